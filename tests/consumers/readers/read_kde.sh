#!/bin/sh
# Builds read.cpp against KDE's calendar library, once for each folder $BUILT, and runs it.
set -eu
if ! command -v g++ >/dev/null || [ ! -d /usr/include/KF5/KCalendarCore ]; then
  echo "apt-get install g++ libkf5calendarcore-dev" >&2
  exit 77
fi
system=/usr/include/$(gcc -print-multiarch)
[ -x "$BUILT/read" ] || g++ -fPIC -o "$BUILT/read" "$(dirname "$0")/read.cpp" -I/usr/include/KF5 -I/usr/include/KF5/KCalendarCore \
  -I"$system/qt5" -I"$system/qt5/QtCore" -I"$system/qt5/QtGui" -lKF5CalendarCore -lQt5Core
exec "$BUILT/read" "$@"
