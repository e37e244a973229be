#!/bin/bash
# Java's driver xerial sqlite-jdbc.
. "$ROOT/tests/hosts/lib.bash"

jar=/usr/share/java/sqlite-jdbc.jar
host "Java, xerial sqlite-jdbc"
[ -e $jar ] || absent "there is no $jar"
needs "Java does not start" java -version
host_version=$(find /usr/share/java -name 'xerial-sqlite-jdbc-*.jar' |
  sed 's/.*-\([0-9.]*\)\.jar/\1/')
agrees java -cp $jar "$ROOT/tests/hosts/Host.java"
