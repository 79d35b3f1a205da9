# Signs programs with the certificate in CERTIFICATE (a .pfx file in base64) and CERTIFICATE_PASSWORD; TIMESTAMP is the
# address of a time-stamp server. Called by the release workflow where there is a certificate.
$ErrorActionPreference = "Stop"
$file = Join-Path $env:RUNNER_TEMP "certificate.pfx"
[IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($env:CERTIFICATE))
try {
    $tool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Select-Object -Last 1
    & $tool.FullName sign /fd SHA256 /td SHA256 /tr $env:TIMESTAMP /f $file /p $env:CERTIFICATE_PASSWORD @args
    if ($LASTEXITCODE -ne 0) { throw "signtool: $LASTEXITCODE" }
} finally {
    Remove-Item $file
}
