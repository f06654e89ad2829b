@echo off
rem Starts Tocsin on a Java 25 or newer that it finds by itself. The version is read from the file "release" beside a
rem Java, so that no second process is started before the program.
setlocal EnableExtensions DisableDelayedExpansion
set "least=25"
for %%I in ("%~dp0..") do set "home=%%~fI"
set "java="

if not defined TOCSIN_JAVA goto look
set "told=%TOCSIN_JAVA:"=%"
call :try "%told%"
if not defined java if /i "%told:~-13%"=="\bin\java.exe" call :try "%told:~0,-13%"
if defined java goto start
>&2 echo tocsin: TOCSIN_JAVA is not the folder of a Java %least% or newer; set it to one, or unset it
exit /b 3

:look
if defined JAVA_HOME call :try "%JAVA_HOME:"=%"
if defined java goto start
for %%J in (java.exe) do if not "%%~$PATH:J"=="" for %%D in ("%%~dp$PATH:J..") do call :try "%%~fD"
if defined java goto start
for %%P in ("%home%\runtime" "%USERPROFILE%\scoop\apps\temurin25-jdk\current") do call :try "%%~P"
if defined java goto start
for %%P in (
    "%ProgramFiles%\Eclipse Adoptium"
    "%ProgramFiles%\Java"
    "%ProgramFiles%\Microsoft"
    "%ProgramFiles%\Zulu"
    "%ProgramFiles%\BellSoft"
    "%ProgramFiles%\Amazon Corretto"
    "%LocalAppData%\Programs\Eclipse Adoptium"
    "%USERPROFILE%\.jdks"
    "%USERPROFILE%\.sdkman\candidates\java"
) do if exist "%%~P\" for /d %%D in ("%%~P\*") do call :try "%%~fD"
if defined java goto start
>&2 echo tocsin: no Java %least% or newer found; install one, for example Temurin %least%, or set TOCSIN_JAVA to its folder
exit /b 3

:start
rem A command is gone before its heap matters; a window stays for hours and gives back what it does not need.
set "heap=-XX:+UseSerialGC"
if "%~1"=="" set "heap=-XX:+UseG1GC -XX:G1PeriodicGCInterval=10000 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:+UseCompactObjectHeaders"
rem The best compiler of a window waits ten times as long as usual, until the first frame is there.
set "compilers="
if "%~1"=="" set "compilers=-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
"%java%" %heap% %compilers% -Xmx512m -Xlog:disable -Xlog:all=error:stderr -Xlog:aot*=off:stderr -Xlog:cds*=off:stderr --enable-native-access=ALL-UNNAMED -Djdk.reflect.useNativeAccessorOnly=true -Dfile.encoding=UTF-8 -Dstdin.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %TOCSIN_JAVA_OPTIONS% -cp "%home%\lib\*" tocsin.Main %*
exit /b %ERRORLEVEL%

rem Sets "java" when the Java home in the first argument is new enough. The first that fits wins.
:try
if defined java exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "major="
for /f "usebackq tokens=1,2 delims==" %%A in ("%~1\release") do if "%%A"=="JAVA_VERSION" set "major=%%~B"
if not defined major exit /b 0
for /f "delims=.-+_ " %%M in ("%major%") do set "major=%%M"
if %major% GEQ %least% set "java=%~1\bin\java.exe"
exit /b 0
