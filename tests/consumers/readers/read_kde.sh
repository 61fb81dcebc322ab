#!/bin/sh
# Builds read.cpp against KDE's calendar library in a folder of its own, and runs it.
set -eu
system=/usr/include/$(gcc -print-multiarch 2>/dev/null || true)
if ! command -v g++ >/dev/null || [ ! -d /usr/include/KF5/KCalendarCore ]; then
  echo "apt-get install g++ libkf5calendarcore-dev" >&2
  exit 77
fi
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
g++ -fPIC -o "$folder/read" "$(dirname "$0")/read.cpp" -I/usr/include/KF5 -I/usr/include/KF5/KCalendarCore \
  -I"$system/qt5" -I"$system/qt5/QtCore" -I"$system/qt5/QtGui" -lKF5CalendarCore -lQt5Core
"$folder/read" "$@"
