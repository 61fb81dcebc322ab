"""What systems are told of the bundle: names, version, kinds of documents."""

from __future__ import annotations

NAME = "Heart Planner"
BUNDLE_ID = "io.github.heartplanner.heartplanner"
SUMMARY = "The shift calendar of a HEART responder"
COPYRIGHT = "The Heart Planner maintainers. MIT license."
SCHEDULE_TYPE = f"{BUNDLE_ID}.schedule"
SUFFIX = "heartplanner"
"""Of a schedule file that a double click opens."""


def info_plist(version: str) -> dict[str, object]:
    """The Info.plist of the app on macOS, beside what PyInstaller writes."""
    return {
        "CFBundleVersion": version,
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": "13.0",  # of Qt 6.11
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": COPYRIGHT,
        "NSLocalNetworkUsageDescription": "Your phone opens a page of this Mac to take your calendar.",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Heart Planner schedule",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [SCHEDULE_TYPE],
            },
            {
                "CFBundleTypeName": "Calendar file",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["com.apple.ical.ics"],
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": SCHEDULE_TYPE,
                "UTTypeDescription": "Heart Planner schedule",
                "UTTypeConformsTo": ["public.json"],
                "UTTypeTagSpecification": {"public.filename-extension": [SUFFIX]},
            }
        ],
    }


def windows_version(version: str) -> str:
    """The version information of the programs on Windows, in the form that PyInstaller reads."""
    numbers = (*map(int, version.split(".")), 0)
    strings = {
        "CompanyName": "The Heart Planner maintainers",
        "FileDescription": NAME,
        "FileVersion": version,
        "InternalName": "heartplanner",
        "LegalCopyright": COPYRIGHT,
        "ProductName": NAME,
        "ProductVersion": version,
    }
    table = ", ".join(f"StringStruct({key!r}, {text!r})" for key, text in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0,"
        " OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('040904B0', [{table}])]),"
        " VarFileInfo([VarStruct('Translation', [0x0409, 1200])])])\n"
    )
