#!/bin/bash
# Signs the app and packs it into a disk image, after build.py:
#
#   resources/packaging/macos/pack.sh VERSION [IDENTITY]
#
# Without an identity of Apple's the signature is an ad-hoc one: a Mac then opens the app after a right click on it,
# Open. Signing comes last, since any change after it breaks the seal.
set -euo pipefail
cd "$(dirname "$0")/../../.."
version=$1 identity=${2:--}
app="dist/Heart Planner.app"
options=()
[ "$identity" = - ] || options=(--options runtime --timestamp)
# From the inside out: a seal is over what lies in it.
find "$app/Contents" \( -name "*.so" -o -name "*.dylib" \) -type f -print0 |
  xargs -0 -n 50 codesign --force "${options[@]}" --sign "$identity"
find "$app/Contents/Frameworks" -name "*.framework" -type d -prune -print0 2>/dev/null |
  xargs -0 -n 1 codesign --force "${options[@]}" --sign "$identity"
codesign --force "${options[@]}" --sign "$identity" "$app"
codesign --verify --deep --strict --verbose=2 "$app"
folder=$(mktemp -d)
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -quiet -ov -fs HFS+ -volname "Heart Planner" -srcfolder "$folder" "dist/heartplanner-$version-macos.dmg"
