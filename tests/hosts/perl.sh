#!/bin/bash
# Perl's module DBD::SQLite.
. "$ROOT/tests/hosts/lib.bash"

host "Perl, DBD::SQLite"
# shellcheck disable=SC2016 # for perl
needs "Perl has no DBD::SQLite" perl -MDBD::SQLite -e '
print "$DBD::SQLite::VERSION\n"'
agrees perl "$ROOT/tests/hosts/perl.pl"
