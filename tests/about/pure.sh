#!/bin/bash
# The file-free entry asks the kernel for memory and for nothing else, and
# runs no SQL, in all examples and SQL tests: see pure.c.  In the sources only
# ext/file/disk.c calls the system's file functions, beside it only
# ext/base/progress.c calls the system, for a terminal, and only the rooms whose
# functions are DIRECTONLY run SQL.
set -u
shopt -s lastpipe
failed=0

expect() { # WHAT: stdin is what is, $2 what must be
  diff -u --label must --label is <(printf '%s' "$2") - || {
    echo "^ $1"
    failed=1
  }
}

objects() { (cd "$BUILD/$1" && find . -name '*.o' | sort); }
undefined() { # FOLDER PATTERN: objects there that use such a symbol
  objects "$1" | while read -r object; do
    nm --undefined-only "$BUILD/$1/$object" | awk '{ print $2 }' |
      grep -qxE "$2" && echo "$object"
  done
}
system='(f|fd)?open(at|dir)?(64)?|f?read|f?write|p(read|write)v?(64)?'
system+='|unlink(at)?|rename(at2?)?|link(at)?|symlink|mkdir|rmdir|remove'
system+='|tmpfile|mkstemp|mmap(64)?|f?truncate|f?stat(at)?|lstat|access'
system+='|f?chmod|fsync|flock|realpath|getentropy|getenv|setenv|putenv'
system+='|system|popen|fork|exec.*|posix_spawn.*|socket|connect|dlopen'
system+='|pthread_create|signal|sigaction|syscall|time|gettimeofday'
system+='|clock_gettime|s?rand(om)?|setlocale|printf|puts|putchar|exit|abort'
undefined obj "$system" | expect "who calls the system" "./base/progress.o
./file/disk.o
"
undefined static 'sqlite3_(prepare.*|exec|get_table|step|blob_open)' |
  sed 's|/[^/]*$||' | sort -u | expect "who runs SQL" "./check
./file
"

if [ -n "$EXTRA_FLAGS" ]; then
  echo "skipped because a build with $EXTRA_FLAGS asks the kernel for more"
  exit $((failed ? 1 : 77))
fi
$CC -std=c11 -Wall -Wextra -Werror -DSQLITE_CORE -I"$ROOT/ext" \
  -I"$ROOT/tests/fault" -o "$WORK/pure" "$ROOT/tests/about/pure.c" \
  "$ROOT/tests/fault/script.c" "$BUILD/libftext.a" -lsqlite3 \
  -l:libutf8proc.a || exit 1
# Those left out call the same functions millions of times.
tests=()
for golden in "$ROOT"/tests/*/*.out; do
  case ${golden#"$ROOT/tests/"} in
  split/property.out | split/groups.out | split/golden.out | split/even.out) ;;
  label/property.out | label/capacity.out) ;;
  *) [ -e "${golden%.out}.sql" ] && tests+=("${golden%.out}.sql") ;;
  esac
done
cd "$WORK" || exit 1
"$WORK/pure" "${tests[@]}"
status=$?
[ $status -eq 77 ] && [ $failed -eq 0 ] && exit 77
[ $status -eq 0 ] || expect "exit status under the filter" 0 <<<"$status"
exit $failed
