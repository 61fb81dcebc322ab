;; Emacs: each file imported into one diary, then the lines of that diary.
(require 'icalendar)
(require 'json)
(setq calendar-date-style 'iso
      icalendar-import-format "%s"
      make-backup-files nil)

(defun tell (title first last) (princ (concat (json-encode (list title first last :json-false)) "\n")))

(defun day (year month day &optional more)
  (format-time-string "%F" (encode-time 0 0 12 (+ day (or more 0)) month year)))

(defun moment (year month day clock)
  (let ((hour (string-to-number (substring clock 0 2))) (minute (string-to-number (substring clock 3 5))))
    (format-time-string "%FT%TZ" (encode-time 0 minute hour day month year) t)))

(defun number (group) (string-to-number (match-string group)))

(let ((diary (make-temp-file "diary"))
      (inhibit-message t))
  (dolist (file command-line-args-left)
    (with-current-buffer (find-file-noselect file)
      (icalendar-import-buffer diary t t)))
  (with-temp-buffer
    (insert-file-contents diary)
    (while (not (eobp))
      (cond
       ((looking-at "&?\\([0-9]+\\)/\\([0-9]+\\)/\\([0-9]+\\) \\([0-9:]\\{5\\}\\)-\\([0-9:]\\{5\\}\\) \\(.*\\)")
        (let ((date (list (number 1) (number 2) (number 3))))
          (tell (match-string 6)
                (apply #'moment (append date (list (match-string 4))))
                (apply #'moment (append date (list (match-string 5)))))))
       ((looking-at "&?%%(and (diary-block \\([0-9 ]+\\)))\\(?: [0-9:]\\{5\\}-[0-9:]\\{5\\}\\)? \\(.*\\)")
        (let ((title (match-string 2))
              (dates (mapcar #'string-to-number (split-string (match-string 1)))))
          (tell title
                (day (nth 0 dates) (nth 1 dates) (nth 2 dates))
                (day (nth 3 dates) (nth 4 dates) (nth 5 dates) 1))))
       ((looking-at "&?\\([0-9]+\\)/\\([0-9]+\\)/\\([0-9]+\\) \\(.*\\)")
        (tell (match-string 4)
              (day (number 1) (number 2) (number 3))
              (day (number 1) (number 2) (number 3) 1)))
       ((not (looking-at "$")) (error "Emacs writes something else: %s" (thing-at-point 'line))))
      (forward-line)))
  (delete-file diary))
