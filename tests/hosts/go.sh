#!/bin/bash
# Go's driver github.com/mattn/go-sqlite3, as Debian packages it.
. "$ROOT/tests/hosts/lib.bash"

driver=golang-github-mattn-go-sqlite3-dev
export GO111MODULE=off GOFLAGS=-tags=libsqlite3 GOCACHE=$ROOT/build/hosts/go
export GOPATH=/usr/share/gocode
host "Go, mattn/go-sqlite3"
command -v go >/dev/null || absent "there is no go"
# shellcheck disable=SC2016 # for dpkg-query
needs "$driver is not installed" dpkg-query -W -f '${Version}\n' $driver
go build -o "$WORK/host" "$ROOT/tests/hosts/go/main.go" || exit
agrees "$WORK/host"
