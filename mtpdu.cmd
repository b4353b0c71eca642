@echo off
rem Runs the program from a checkout; builds what has changed first.
setlocal
set "root=%~dp0"
dotnet publish "%root%src\MapThePaths.App" --configuration Release --use-current-runtime --no-self-contained --output "%root%artifacts\program" -p:RunAnalyzers=false -p:PublishReadyToRun=true --verbosity quiet --nologo 1>&2 || exit /b 1
dotnet "%root%artifacts\program\mtpdu.dll" %*
