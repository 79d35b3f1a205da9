# Tries the installer on Windows itself: try.ps1 SETUP.exe VERSION. Silent install, command line, window, removal.
# Written for the release workflow; so far it has run nowhere else.
param([string]$Setup, [string]$Version)
$ErrorActionPreference = "Stop"
function Need([bool]$Holds, [string]$What) { if (-not $Holds) { throw $What } }

$folder = Join-Path $env:TEMP "Chương trình của tôi\CRM"
$file = Join-Path $env:TEMP "Công ty mẫu.crm"
$run = Start-Process $Setup -ArgumentList "/S /DATABASE=postgresql://may-chu:5432/crm /D=$folder" -Wait -PassThru
Need ($run.ExitCode -eq 0) "installer: $($run.ExitCode)"
$key = "HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\desktop-crm"
Need ((Get-ItemProperty $key).DisplayVersion -eq $Version) "registry"
$decided = Get-Content -Raw -Encoding Unicode (Join-Path $folder "defaults.json") | ConvertFrom-Json
Need ($decided.database -eq "postgresql://may-chu:5432/crm") "defaults.json"

$crm = Join-Path $folder "desktop-crm.exe"
Need ((& $crm --version) -eq $Version) "version"
& $crm --database $file demo --size 40
Need ((& $crm --database $file list organizations).Count -ge 40) "list"

$window = Start-Process (Join-Path $folder "desktop-crm-gui.exe") -ArgumentList "`"$file`"" -PassThru
foreach ($i in 1..60) { Start-Sleep 1; $window.Refresh(); if ($window.MainWindowTitle -like "*CRM*") { break } }
Need ($window.MainWindowTitle -like "*CRM*") "no window"
$run = Start-Process $Setup -ArgumentList "/S" -Wait -PassThru
Need ($run.ExitCode -eq 0) "installing over the open window: $($run.ExitCode)"
Need ($window.WaitForExit(10000)) "the window did not close"

Start-Process (Join-Path $folder "uninstall.exe") -ArgumentList "/S" -Wait
foreach ($i in 1..60) { if (-not (Test-Path $crm)) { break }; Start-Sleep 1 }
Need (-not (Test-Path $crm)) "the program is still there"
Need (-not (Test-Path $key)) "the registry still names it"
Need (Test-Path $file) "the company file is gone"
