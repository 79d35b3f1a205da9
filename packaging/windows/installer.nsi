; The installer. build.sh calls it with VERSION, BUNDLE (the frozen program), ROOT (the sources) and OUTPUT.
;
; Without a word it installs for the one user, without administrator rights. Switches, for roll-outs:
;   /S                        ask nothing           /D=FOLDER (last)      where to
;   /ALLUSERS                 for everybody (administrator rights)
;   /DATABASE=postgresql://…  the database that the program opens where its user has chosen none
;   /UPDATES=FOLDER_OR_URL    where the program looks for new versions; /UPDATEKEY=… the key they are signed with
;   /DESKTOP                  a shortcut on the desktop, too
;   /RUN                      start the program when done
; Exit status: 0 done, 1 cancelled, 2 failed, 3 the program is running, 4 a newer version is installed, 5 no rights.
; The uninstaller takes /S and /REMOVEDATA (company files and settings of this user go, too).

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64 ; MB: reaches from the one program back to its twin, which holds the same modules
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include nsDialogs.nsh
!include LogicLib.nsh
!include Sections.nsh
!include FileFunc.nsh
!include WordFunc.nsh

!define ID "desktop-crm"
!define NAME "CRM Khách hàng"
!define GUI "desktop-crm-gui.exe"
!define CONSOLE "desktop-crm.exe"
!define KEY "Software\${ID}"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define KIND "DesktopCRM.company"
!define CLOSE_MESSAGE "desktop-crm-close"
!define PATIENCE 60 ; half seconds that a running program is given to close

Name "${NAME}"
OutFile "${OUTPUT}"
RequestExecutionLevel user
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define MUI_ICON "${ROOT}/resources/brand/desktop-crm.ico"
!define MUI_UNICON "${ROOT}/resources/brand/desktop-crm.ico"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_REGISTRY_ROOT "HKCU"
!define MUI_LANGDLL_REGISTRY_KEY "${KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram

!insertmacro MUI_PAGE_WELCOME
Page custom ScopePage ScopeLeave
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL

!macro Words NAME VIETNAMESE ENGLISH
  LangString ${NAME} ${LANG_VIETNAMESE} "${VIETNAMESE}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend
!insertmacro Words WProgram "Chương trình (bắt buộc)" "The program (required)"
!insertmacro Words WAssociation "Mở tệp công ty (*.crm) bằng chương trình này" "Open company files (*.crm) with this program"
!insertmacro Words WDesktop "Biểu tượng trên màn hình nền" "A shortcut on the desktop"
!insertmacro Words WData "Xóa cả dữ liệu công ty và thiết lập của tôi trên máy này" "Also delete my company data and settings on this computer"
!insertmacro Words WScopeTitle "Cài cho ai?" "Install for whom?"
!insertmacro Words WScopeText "Cài cho riêng mình thì không cần quyền quản trị." "Installing just for yourself needs no administrator rights."
!insertmacro Words WForMe "Chỉ cho tôi" "Only for me"
!insertmacro Words WForAll "Cho mọi người dùng máy này (cần quyền quản trị)" "For everybody who uses this computer (administrator rights)"
!insertmacro Words WRunning "${NAME} đang chạy. Bấm OK để đóng chương trình rồi tiếp tục; nội dung đang soạn dở được giữ lại." "${NAME} is running. Press OK to close it and go on; what is being typed is kept."
!insertmacro Words WStillRunning "${NAME} vẫn đang chạy. Vui lòng đóng chương trình rồi cài lại." "${NAME} is still running. Please close it and start again."
!insertmacro Words WNewer "Máy này đã có phiên bản mới hơn ($R1). Phiên bản ${VERSION} không được cài đè lên." "A newer version ($R1) is installed. It is not replaced by version ${VERSION}."
!insertmacro Words WNoRights "Cài cho mọi người dùng cần quyền quản trị." "Installing for everybody needs administrator rights."
!insertmacro Words WTooOld "Chương trình cần Windows 10 (64 bit) trở lên." "Windows 10 (64 bit) or newer is needed."

VIProductVersion "${VERSION}.0"
!macro About LANGUAGE DESCRIPTION PRODUCT
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${PRODUCT}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${DESCRIPTION}"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "Desktop CRM"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "MIT"
!macroend
!insertmacro About ${LANG_VIETNAMESE} "Bộ cài đặt ${NAME}" "${NAME}"
!insertmacro About ${LANG_ENGLISH} "Customer management setup" "Customer management"

Var ForAll
Var RadioAll
Var Switches
Var FolderGiven

; ------------------------------------------------------------------ the command line
; FileFunc's GetOptions ends a value at the next slash, which addresses and paths are full of.
; In: R8 is the switch, "/RUN" or "/DATABASE=". Out: R7 is 1 where it is given, R9 its value, with or without quotes.
!macro SwitchFunction UN
Function ${UN}FindSwitch
  StrCpy $R7 0
  StrCpy $R9 ""
  StrLen $R6 " $R8"
  StrLen $R5 "$Switches "
  ${ForEach} $R4 0 $R5 + 1
    StrCpy $R3 " $Switches " $R6 $R4
    ${If} $R3 == " $R8"
      IntOp $R4 $R4 + $R6
      StrCpy $R5 " $Switches " "" $R4
      StrCpy $R7 1
      ${ExitFor}
    ${EndIf}
  ${Next}
  ${If} $R7 = 0
    Return
  ${EndIf}
  StrCpy $R3 $R5 1
  StrCpy $R6 " "
  ${If} $R3 == '"'
    StrCpy $R6 '"'
    StrCpy $R5 $R5 "" 1
  ${EndIf}
  ${Do}
    StrCpy $R3 $R5 1
    ${If} $R3 == $R6
    ${OrIf} $R3 == ""
      ${ExitDo}
    ${EndIf}
    StrCpy $R9 "$R9$R3"
    StrCpy $R5 $R5 "" 1
  ${Loop}
FunctionEnd
!macroend
!insertmacro SwitchFunction ""
!insertmacro SwitchFunction "un."

!macro Switch UN NAME
  StrCpy $R8 "/${NAME}"
  Call ${UN}FindSwitch
!macroend

; ------------------------------------------------------------------ stopping
; Silent runs say nothing but leave with a status.
!macro Stop STATUS WORDS
  ${IfNot} ${Silent}
    MessageBox MB_OK|MB_ICONSTOP "${WORDS}"
  ${EndIf}
  SetErrorLevel ${STATUS}
  Quit
!macroend

; ------------------------------------------------------------------ a running program
; A program that runs holds its file: it cannot be opened for writing. R0 becomes 1 then.
!macro RunningFunctions UN
Function ${UN}LookWhetherRunning
  StrCpy $R0 0
  ${If} ${FileExists} "$INSTDIR\${GUI}"
    ClearErrors
    FileOpen $R2 "$INSTDIR\${GUI}" a
    ${If} ${Errors}
      StrCpy $R0 1
    ${Else}
      FileClose $R2
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${CONSOLE}"
    ClearErrors
    FileOpen $R2 "$INSTDIR\${CONSOLE}" a
    ${If} ${Errors}
      StrCpy $R0 1
    ${Else}
      FileClose $R2
    ${EndIf}
  ${EndIf}
FunctionEnd

; Every window of the program listens to this message and closes as if its user had asked for it.
Function ${UN}AskToClose
  System::Call 'user32::RegisterWindowMessageW(w "${CLOSE_MESSAGE}") i.R3'
  System::Call 'user32::PostMessageW(p 0xffff, i R3, p 0, p 0)'
  ${ForEach} $R4 1 ${PATIENCE} + 1
    Sleep 500
    Call ${UN}LookWhetherRunning
    ${If} $R0 = 0
      ${ExitFor}
    ${EndIf}
  ${Next}
FunctionEnd

Function ${UN}LetNobodyRun
  Call ${UN}LookWhetherRunning
  ${If} $R0 = 1
    ${IfNot} ${Silent}
    ${AndIf} ${Cmd} `MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "$(WRunning)" IDCANCEL`
      SetErrorLevel 1
      Quit
    ${EndIf}
    Call ${UN}AskToClose
  ${EndIf}
  ${If} $R0 = 1
    !insertmacro Stop 3 "$(WStillRunning)"
  ${EndIf}
FunctionEnd
!macroend
!insertmacro RunningFunctions ""
!insertmacro RunningFunctions "un."

; ------------------------------------------------------------------ for whom and where
Function UseScope
  ${If} $ForAll = 1
    SetShellVarContext all
    StrCpy $R0 "$PROGRAMFILES64\${ID}"
  ${Else}
    SetShellVarContext current
    StrCpy $R0 "$LOCALAPPDATA\Programs\${ID}"
  ${EndIf}
  ${If} $FolderGiven == ""
    ReadRegStr $INSTDIR SHCTX "${KEY}" "InstallDir"
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR $R0
    ${EndIf}
  ${EndIf}
FunctionEnd

Function ScopePage
  !insertmacro MUI_HEADER_TEXT "$(WScopeTitle)" "$(WScopeText)"
  nsDialogs::Create 1018
  Pop $R0
  ${NSD_CreateRadioButton} 0 20u 100% 14u "$(WForMe)"
  Pop $R1
  ${NSD_CreateRadioButton} 0 40u 100% 14u "$(WForAll)"
  Pop $RadioAll
  ${If} $ForAll = 1
    ${NSD_Check} $RadioAll
  ${Else}
    ${NSD_Check} $R1
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function ScopeLeave
  StrCpy $ForAll 0
  ${NSD_GetState} $RadioAll $R0
  ${If} $R0 = ${BST_CHECKED}
    StrCpy $ForAll 1
    UserInfo::GetAccountType
    Pop $R0
    ${If} $R0 != "Admin"
      ClearErrors
      ExecShell "runas" "$EXEPATH" "/ALLUSERS $Switches"
      ${If} ${Errors}
        MessageBox MB_OK|MB_ICONEXCLAMATION "$(WNoRights)"
        Abort
      ${EndIf}
      Quit
    ${EndIf}
  ${EndIf}
  Call UseScope
FunctionEnd

; ------------------------------------------------------------------ what administrators decide
; A switch is kept in the registry, so that the next version has it, too; a later switch replaces it.
!macro Keep SWITCH
  !insertmacro Switch "" "${SWITCH}="
  ${If} $R7 = 1
    WriteRegStr SHCTX "${KEY}" "${SWITCH}" $R9
  ${EndIf}
!macroend

; Adds one entry to the JSON text in R1.
!macro Entry SWITCH OPTION
  ReadRegStr $R0 SHCTX "${KEY}" "${SWITCH}"
  ${If} $R0 != ""
    ${WordReplace} $R0 "\" "\\" "+" $R0
    ${WordReplace} $R0 '"' '\"' "+" $R0
    ${If} $R1 != ""
      StrCpy $R1 "$R1, "
    ${EndIf}
    StrCpy $R1 '$R1"${OPTION}": "$R0"'
  ${EndIf}
!macroend

Function WriteDefaults
  !insertmacro Keep "DATABASE"
  !insertmacro Keep "UPDATES"
  !insertmacro Keep "UPDATEKEY"
  StrCpy $R1 ""
  !insertmacro Entry "DATABASE" "database"
  !insertmacro Entry "UPDATES" "updates"
  !insertmacro Entry "UPDATEKEY" "update_key"
  ${If} $R1 == ""
    Delete "$INSTDIR\defaults.json"
    Return
  ${EndIf}
  FileOpen $R2 "$INSTDIR\defaults.json" w
  FileWriteUTF16LE /BOM $R2 "{$R1}$\r$\n"
  FileClose $R2
FunctionEnd

; ------------------------------------------------------------------ installing
Section "-look"
  ReadRegStr $R1 SHCTX "${KEY}" "Version"
  ${If} $R1 != ""
    ${VersionCompare} "$R1" "${VERSION}" $R2
    ${If} $R2 = 1
      !insertmacro Stop 4 "$(WNewer)"
    ${EndIf}
  ${EndIf}
  Call LetNobodyRun
SectionEnd

Section "$(WProgram)" SecProgram
  SectionIn RO
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${BUNDLE}/*"
  ${If} ${Errors}
    SetErrorLevel 2
    Abort
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  Call WriteDefaults
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${GUI}"
  WriteRegStr SHCTX "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "Version" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "Desktop CRM"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${GUI}"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $R0 $R1 $R2
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $R0
SectionEnd

Section "$(WAssociation)" SecAssociation
  WriteRegStr SHCTX "Software\Classes\${KIND}" "" "${NAME}"
  WriteRegStr SHCTX "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\${GUI},0"
  WriteRegStr SHCTX "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\${GUI}" "%1"'
  WriteRegStr SHCTX "Software\Classes\.crm\OpenWithProgids" "${KIND}" ""
  ReadRegStr $R0 SHCTX "Software\Classes\.crm" ""
  ${If} $R0 == ""
    WriteRegStr SHCTX "Software\Classes\.crm" "" "${KIND}"
  ${EndIf}
  ${RefreshShellIcons}
SectionEnd

Section /o "$(WDesktop)" SecDesktop
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${GUI}"
SectionEnd

Section "-after"
  !insertmacro Switch "" "RUN"
  ${If} $R7 = 1
  ${AndIf} ${Silent}
    Call StartProgram
  ${EndIf}
SectionEnd

; Explorer passes it on without the administrator's rights that this installer may have.
Function StartProgram
  SetOutPath "$INSTDIR"
  ${If} $ForAll = 1
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\${GUI}"'
  ${Else}
    Exec '"$INSTDIR\${GUI}"'
  ${EndIf}
FunctionEnd

; After the sections, which it names.
Function .onInit
  ReadRegDWORD $R0 HKLM "Software\Microsoft\Windows NT\CurrentVersion" "CurrentMajorVersionNumber"
  ${If} $R0 < 10 ; older ones do not have the number
    !insertmacro Stop 2 "$(WTooOld)"
  ${EndIf}
  StrCpy $FolderGiven $INSTDIR
  ${GetParameters} $Switches
  StrCpy $ForAll 0
  !insertmacro Switch "" "ALLUSERS"
  ${If} $R7 = 1
    StrCpy $ForAll 1
  ${Else}
    ReadRegStr $R0 HKCU "${KEY}" "InstallDir"
    ReadRegStr $R1 HKLM "${KEY}" "InstallDir"
    ${If} $R0 == ""
    ${AndIf} $R1 != ""
    ${AndIfNot} ${Silent}
      StrCpy $ForAll 1 ; offered first; who has no rights is asked for them when the page is left
    ${EndIf}
  ${EndIf}
  ${If} $ForAll = 1
  ${AndIf} ${Silent}
    UserInfo::GetAccountType
    Pop $R0
    ${If} $R0 != "Admin"
      !insertmacro Stop 5 "$(WNoRights)"
    ${EndIf}
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
  Call UseScope
  !insertmacro Switch "" "DESKTOP"
  ${If} $R7 = 1
  ${OrIf} ${FileExists} "$DESKTOP\${NAME}.lnk"
    !insertmacro SelectSection ${SecDesktop}
  ${EndIf}
FunctionEnd

; ------------------------------------------------------------------ removing
Section "un.$(WProgram)"
  SectionIn RO
  Call un.LetNobodyRun
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${GUI}"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\defaults.json"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey SHCTX "Software\Classes\${KIND}"
  DeleteRegValue SHCTX "Software\Classes\.crm\OpenWithProgids" "${KIND}"
  ReadRegStr $R0 SHCTX "Software\Classes\.crm" ""
  ${If} $R0 == "${KIND}"
    DeleteRegValue SHCTX "Software\Classes\.crm" ""
  ${EndIf}
  DeleteRegKey /ifempty SHCTX "Software\Classes\.crm\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.crm"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "${KEY}"
  DeleteRegKey HKCU "${KEY}"
  ${RefreshShellIcons}
SectionEnd

Section /o "un.$(WData)" SecData
  SetShellVarContext current
  RMDir /r "$LOCALAPPDATA\${ID}"
  RMDir /r "$APPDATA\${ID}"
SectionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  ${GetParameters} $Switches
  StrCpy $ForAll 0
  ReadRegStr $R0 HKLM "${KEY}" "InstallDir"
  ${If} $R0 == $INSTDIR
    StrCpy $ForAll 1
    SetShellVarContext all
    UserInfo::GetAccountType
    Pop $R0
    ${If} $R0 != "Admin"
      ${If} ${Silent}
        SetErrorLevel 5
      ${Else}
        ExecShell "runas" "$INSTDIR\uninstall.exe"
      ${EndIf}
      Quit
    ${EndIf}
  ${EndIf}
  !insertmacro Switch "un." "REMOVEDATA"
  ${If} $R7 = 1
    !insertmacro SelectSection ${SecData}
  ${EndIf}
FunctionEnd
