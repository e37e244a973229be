#!/bin/bash
# Java's driver xerial sqlite-jdbc.
. "$ROOT/tests/hosts/lib.bash"

jar=/usr/share/java/sqlite-jdbc.jar
host "Java, xerial sqlite-jdbc"
[ -e $jar ] || absent "there is no $jar"
# shellcheck disable=SC2016 # for sh
needs "Java does not start" sh -c 'unzip -p "$1" META-INF/MANIFEST.MF |
  tr -d "\r" | sed -n "s/^Bundle-Version: //p"' - $jar
agrees java -cp $jar "$ROOT/tests/hosts/Host.java"
