@echo off
rem Runs the program from a checkout; builds what has changed first.
setlocal
set "root=%~dp0"
dotnet build "%root%src\MapThePaths.App" --configuration Release -p:RunAnalyzers=false --verbosity quiet --nologo 1>&2 || exit /b 1
dotnet "%root%artifacts\bin\MapThePaths.App\release\mtpdu.dll" %*
