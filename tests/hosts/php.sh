#!/bin/bash
# PHP's class SQLite3, which loads from the folder that its settings name.
. "$ROOT/tests/hosts/lib.bash"

host "PHP, class SQLite3"
needs "PHP has no class SQLite3" php -r '
new SQLite3(":memory:");
echo PHP_VERSION, "\n";'
agrees php -d "sqlite3.extension_dir=$BUILD" "$ROOT/tests/hosts/php.php"
