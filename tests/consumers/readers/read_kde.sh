#!/bin/sh
# Builds one of the two readers of KDE, once for each folder $BUILT, and runs it: read_kde.sh NAME FILE ...
set -eu
name=$1
shift
here=$(dirname "$0")
kde=/usr/include/KF5
needs() { [ -e "$1" ] || command -v "$1" >/dev/null || { echo "apt-get install $2" >&2; exit 77; }; }

build() {
  [ -x "$BUILT/$name" ] && return
  qt=/usr/include/$(gcc -print-multiarch)/qt5
  set --
  for folder in "$kde" "$kde"/*/ "$qt" "$qt"/QtCore "$qt"/QtGui "$qt"/QtWidgets "$qt"/QtDBus "$qt"/QtNetwork "$qt"/QtXml
  do set -- "$@" "-I$folder"
  done
  libraries="-lKF5CalendarCore -lQt5Core"
  [ "$name" = kcalendarcore ] ||
    libraries="-lKF5AkonadiCalendar -lKF5AkonadiCore -lKF5CoreAddons -lQt5Widgets -lQt5Gui -lQt5DBus $libraries"
  # shellcheck disable=SC2086 (a list)
  g++ -w -fPIC -o "$BUILT/$name" "$here/read_$name.cpp" "$@" $libraries
}

needs g++ g++
needs "$kde/KCalendarCore" libkf5calendarcore-dev
[ "$name" = kcalendarcore ] || {
  needs "$kde/AkonadiCalendar" libkf5akonadicalendar-dev
  needs akonadictl akonadi-server
  needs akonadi_ical_resource kdepim-runtime
  needs dbus-run-session dbus
  needs "$(ls /usr/lib/*/qt5/plugins/sqldrivers/libq*sqlite*.so 2>/dev/null | head -n 1)" akonadi-backend-sqlite
}
build
[ "$name" = korganizer ] || exec "$BUILT/$name" "$@"

# A bus and a home of its own, so that nobody's calendar is touched.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/config/akonadi"
mkdir -m 700 "$home/run"
printf '[%%General]\nDriver=QSQLITE\n' >"$home/config/akonadi/akonadiserverrc"
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache" \
  XDG_RUNTIME_DIR="$home/run" QT_QPA_PLATFORM=offscreen
dbus-run-session -- sh -c '
  akonadictl start >/dev/null 2>&1
  "$@" 2>/dev/null
  status=$?
  akonadictl stop >/dev/null 2>&1
  sleep 3
  exit $status' sh "$BUILT/$name" "$home/HEART.ics" "$@"
