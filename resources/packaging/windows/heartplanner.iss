; The installer for Windows, for one person and without an administrator (Inno Setup 6):
;
;   iscc /DVersion=0.1.0 resources\packaging\windows\heartplanner.iss
;
; after resources\packaging\build.py.
#ifndef Version
  #error "iscc /DVersion=... names the version"
#endif

[Setup]
AppId={{6B1C5F0E-5B0E-4C1D-9C56-0D7A3E6C2F11}
AppName=Heart Planner
AppVersion={#Version}
AppPublisher=The Heart Planner maintainers
AppPublisherURL=https://heartplanner.example
VersionInfoVersion={#Version}
SourceDir=..\..\..
OutputDir=dist
OutputBaseFilename=heartplanner-{#Version}-windows
SetupIconFile=build\icons\heartplanner.ico
UninstallDisplayIcon={app}\Heart Planner.exe
LicenseFile=LICENSE
DefaultDirName={autopf}\Heart Planner
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes
WizardStyle=modern

[Tasks]
Name: "path"; Description: "Type &heartplanner in a terminal"; Flags: unchecked

[InstallDelete]
; What an earlier version had and this one has not.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\heartplanner\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Heart Planner"; Filename: "{app}\Heart Planner.exe"; AppUserModelID: "HeartPlanner"

[Registry]
Root: HKA; Subkey: "Software\Classes\.heartplanner"; ValueType: string; ValueData: "HeartPlanner.Schedule"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\HeartPlanner.Schedule"; ValueType: string; ValueData: "Heart Planner schedule"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\HeartPlanner.Schedule\DefaultIcon"; ValueType: string; ValueData: "{app}\Heart Planner.exe,0"
Root: HKA; Subkey: "Software\Classes\HeartPlanner.Schedule\shell\open\command"; ValueType: string; ValueData: """{app}\Heart Planner.exe"" ""%1"""
; One program of several for calendar files: whoever opens them with another one keeps that.
Root: HKA; Subkey: "Software\Classes\Applications\Heart Planner.exe\SupportedTypes"; ValueType: string; ValueName: ".ics"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\Heart Planner.exe\shell\open\command"; ValueType: string; ValueData: """{app}\Heart Planner.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: IsNotOnPath

[Run]
Filename: "{app}\Heart Planner.exe"; Description: "Open Heart Planner"; Flags: nowait postinstall skipifsilent

[Code]
function OldPath: String;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Result) then
    Result := '';
end;

function IsNotOnPath: Boolean;
begin
  Result := Pos(';' + ExpandConstant('{app}') + ';', ';' + OldPath + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Path: String;
begin
  if Step = usUninstall then begin
    Path := OldPath;
    if StringChangeEx(Path, ';' + ExpandConstant('{app}'), '', True) > 0 then
      RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Path);
  end;
end;
