#!/bin/bash
# The whole life of the .deb on a bare Debian, which is made for it and thrown away:
#
#   sudo resources/packaging/try_package.sh [DEB] [SUITE]
#
# Installs it with nothing but what it declares; looks for its menu entry, icons and kinds of files; exports the first
# calendar and prints a month; opens and closes the window; upgrades over an older one with the plan untouched; removes it
# and looks for remains. Needs root and debootstrap; the mirror is that of this machine, or MIRROR.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
deb=$(realpath "${1:-$(ls -t "$here"/../../dist/heartplanner_*.deb | head -1)}")
suite=${2:-bookworm}
mirror=${MIRROR:-$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | sed '/^#/d' |
  grep -oE 'https?://[^ ]+' | grep -v security | sed -n 1p || true)}
[ "$(id -u)" = 0 ] || { echo "this needs root, to make a Debian of its own" >&2; exit 2; }

if [ -z "${IN_NAMESPACE:-}" ]; then # what is mounted below is gone with the process
  IN_NAMESPACE=1 exec unshare --mount --pid --fork --kill-child bash "$0" "$deb" "$suite"
fi

root=$(mktemp -d)
chmod 755 "$root"
trap 'cd /; umount -lR "$root"/{proc,dev} 2>/dev/null || true; rm -rf --one-file-system "$root"' EXIT
say() { printf '\n== %s\n' "$*"; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
person() { inside runuser -u person -- env HOME=/home/person "$@"; }

say "A bare $suite"
debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "$mirror" >/dev/null
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
[ ! -f /etc/ssl/certs/ca-certificates.crt ] || cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
echo 'Acquire::Check-Valid-Until "false";' >"$root/etc/apt/apt.conf.d/99archive"
inside useradd -m person
inside apt-get update -qq

say "An older version, whose plan stays: the package with another version in it"
dpkg-deb -R "$deb" "$root/older"
sed -i 's/^Version: .*/Version: 0.0.1/' "$root/older/DEBIAN/control"
dpkg-deb --root-owner-group -Zgzip -z1 -b "$root/older" "$root/tmp/older.deb" >/dev/null
rm -rf "$root/older"
cp "$deb" "$root/tmp/heartplanner.deb"
inside apt-get install -y -qq --no-install-recommends /tmp/older.deb >/dev/null
inside dpkg-query -W heartplanner

say "Every library that a file of it needs is there (printers and GNOME's look are only recommended)"
missing=$(inside sh -c 'find /usr/lib/heartplanner -name "*.so*" ! -name "*cups*" ! -name "*gtk3*" -exec ldd {} +' |
  grep -c "not found" || true)
[ "$missing" = 0 ]

say "The first calendar and a printed month, by command, with the older one"
person heartplanner export -o /home/person/calendar.ics
grep -c BEGIN:VEVENT "$root/home/person/calendar.ics"
person heartplanner print --month 2026-12 -o /home/person/month.pdf
[ "$(head -c 5 "$root/home/person/month.pdf")" = "%PDF-" ]
person heartplanner new --start 2026-08-03 --rotation "-SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---ASSS" --band day
plan=$root/home/person/.local/share/heartplanner/plan.json
sum=$(sha256sum "$plan")

say "Upgrade: the plan is untouched"
inside apt-get install -y -qq --no-install-recommends /tmp/heartplanner.deb >/dev/null
inside dpkg-query -W heartplanner
[ "$sum" = "$(sha256sum "$plan")" ]
person heartplanner show --month 2026-12 | head -4

say "A command loads nothing of Qt"
loaded=$(person env LD_DEBUG=libs heartplanner show --month 2026-12 2>&1 >/dev/null | grep -ci "calling init.*qt6" || true)
[ "$loaded" = 0 ]

say "What a desktop looks at: menu entry, icons, kinds of files, AppStream"
inside apt-get install -y -qq --no-install-recommends \
  desktop-file-utils shared-mime-info appstream hicolor-icon-theme libglib2.0-bin xvfb xauth wmctrl openbox >/dev/null
inside desktop-file-validate /usr/share/applications/heartplanner.desktop
inside appstreamcli validate --no-net /usr/share/metainfo/io.github.heartplanner.heartplanner.metainfo.xml
inside update-mime-database /usr/share/mime
inside update-desktop-database /usr/share/applications
person cp "/home/person/.local/share/heartplanner/plan.json" /home/person/my-schedule.heartplanner
person gio info -a standard::content-type /home/person/my-schedule.heartplanner | grep x-heartplanner-schedule+json
person gio mime application/x-heartplanner-schedule+json | grep heartplanner.desktop
person gio mime text/calendar | grep heartplanner.desktop
for size in 16x16 32x32 48x48 128x128 256x256 512x512 scalable; do
  ls "$root"/usr/share/icons/hicolor/$size/apps/heartplanner.* >/dev/null
done

say "The window, opened and closed"
cat >"$root/tmp/window.sh" <<'I'
set -e
openbox & manager=$!
heartplanner & program=$!
for second in $(seq 60); do # the first picture takes a moment; then it is closed as by its frame
  kill -0 "$program" 2>/dev/null || break
  wmctrl -l | grep "Heart Planner" && wmctrl -c "Heart Planner"
  sleep 1
done
wait "$program"
kill "$manager"
I
person timeout 120 xvfb-run -a sh /tmp/window.sh

say "Removed without remains; the plan stays with its owner"
inside apt-get purge -y -qq heartplanner >/dev/null
[ ! -e "$root/usr/lib/heartplanner" ]
remains=$(inside find / -xdev -iname '*heartplanner*' -not -path '/home/*' -not -path '/tmp/*' -not -path '/proc/*')
[ -z "$remains" ] || { echo "$remains" >&2; exit 1; }
[ "$sum" = "$(sha256sum "$plan")" ]
say "All is as it must be"
