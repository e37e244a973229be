#!/bin/bash
# Ruby's gem sqlite3.
. "$ROOT/tests/hosts/lib.bash"

host "Ruby, gem sqlite3"
needs "Ruby has no gem sqlite3 that loads extensions" ruby -e '
require "sqlite3"
SQLite3::Database.instance_method(:load_extension)
puts SQLite3::VERSION'
agrees ruby "$ROOT/tests/hosts/ruby.rb"
