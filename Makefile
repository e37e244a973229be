# ftext: fine-tuning dataset work in SQL.  `make help` lists the targets.

BUILD ?= build
CC ?= cc
HOST_CC ?= $(CC)
CFLAGS ?= -O2 -g
SQLITE3 ?= sqlite3

WARNINGS = -Wall -Wextra -Wpedantic -Wconversion -Wshadow \
  -Wstrict-prototypes -Wmissing-prototypes -Werror
FLAGS = -std=c11 $(WARNINGS) -fPIC -fvisibility=hidden -Iext -I$(BUILD) \
  $(SYSTEM_FLAGS) $(CPPFLAGS) $(EXTRA_FLAGS) $(PROCESSOR_$(*F))

# Files compiled for processors that are asked for at run time, and how.
TARGET := $(shell $(CC) -dumpmachine)
ifneq (,$(filter x86_64-% amd64-%,$(TARGET)))
PROCESSOR_count_avx2 = -mavx2 -mbmi -mbmi2 -mpopcnt
PROCESSOR_count_avx512 = $(PROCESSOR_count_avx2) -mavx512f -mavx512bw \
  -mavx512dq -mavx512vl -mavx512vbmi -mavx512vbmi2
endif
# Windows aligns stacks to 16 bytes, and gcc counts on 32 for its vectors.
ifneq (,$(findstring mingw,$(TARGET)))
PROCESSOR_count_avx2 += -Wa,-muse-unaligned-vector-move
endif

# What a system calls a shared library, and how it is linked.  utf8proc goes
# in whole and hidden: answers must not depend on the machine's.
UTF8PROC = -l:libutf8proc.a
ifneq (,$(findstring darwin,$(TARGET)))
LIBRARY_NAME = ftext.dylib
LINK = -dynamiclib -Wl,-exported_symbol,_sqlite3_ftext_init \
  -Wl,-exported_symbol,_sqlite3_ftextpure_init
UTF8PROC = $(shell pkg-config --variable=libdir libutf8proc)/libutf8proc.a
else ifneq (,$(findstring mingw,$(TARGET)))
LIBRARY_NAME = ftext.dll
# Formats are C's; the compiler would check them against Microsoft's.
SYSTEM_FLAGS = -DUTF8PROC_STATIC -D__USE_MINGW_ANSI_STDIO=1 -Wno-format
LINK = -shared -static-libgcc
else
LIBRARY_NAME = ftext.so
LINK = -shared -Wl,--exclude-libs,ALL -Wl,-z,defs -Wl,-z,relro -Wl,-z,now \
  -Wl,-soname,ftext.so
endif
PURE_NAME = $(LIBRARY_NAME:ftext%=ftextpure%)

SOURCES = $(wildcard ext/*.c ext/*/*.c)
HOST_TOOL = $(wildcard ext/vocabulary/*.c)
LIBRARY = $(filter-out $(wildcard ext/vocabulary/*.c),$(SOURCES))
OBJECTS = $(LIBRARY:ext/%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/images.o
PURE = $(filter-out %/ftext.o %_sql.o %/family.o %/argument.o \
  $(addprefix $(BUILD)/obj/base/,value.o function.o table.o memory.o), \
  $(OBJECTS))
UNIT = $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/*.c))

# One line for each file made; V=1 shows the commands.
say = $(if $(V),,@echo $@; )

.PHONY: all
all: $(BUILD)/$(LIBRARY_NAME) ## builds build/ftext.so (the default)

.PHONY: need
need:
	@.ci/need gcc make libc6-dev libsqlite3-dev sqlite3 libutf8proc-dev

$(BUILD)/$(LIBRARY_NAME): $(OBJECTS)
	$(say)$(CC) $(CFLAGS) $(EXTRA_FLAGS) $(LINK) $(LDFLAGS) -o $@ $^ \
	  $(UTF8PROC)
	@ln -f $@ $(BUILD)/$(PURE_NAME)

$(BUILD)/obj/%.o: ext/%.c | need
	@mkdir -p $(@D)
	$(say)$(CC) $(FLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

-include $(OBJECTS:.o=.d)

# To link ftext into a program: its entry goes to sqlite3_auto_extension().
# Only what knows SQLite is compiled anew.
STATIC = $(patsubst $(BUILD)/obj/%,$(BUILD)/static/%, \
  $(filter-out $(PURE),$(OBJECTS)))

$(BUILD)/libftext.a: $(STATIC) $(PURE)
	@rm -f $@
	$(say)ar rc $@ $^

$(BUILD)/static/%.o: ext/%.c | need
	@mkdir -p $(@D)
	$(say)$(CC) $(FLAGS) -DSQLITE_CORE $(CFLAGS) -MMD -MP -c -o $@ $<

-include $(STATIC:.o=.d)

# The vocabularies: rank files compiled to images that are only read.
$(BUILD)/vocabulary/compile: $(HOST_TOOL) $(wildcard ext/vocabulary/*.h) \
    $(addprefix ext/token/,image.h pair.h word.h bridge.h neon.h) \
    ext/base/character.h \
    ext/base/sha256.c | need
	@mkdir -p $(@D)
	$(say)$(HOST_CC) -std=c11 $(WARNINGS) -O2 $(TOOL_FLAGS) -Iext -o $@ \
	  $(HOST_TOOL) ext/base/sha256.c

$(BUILD)/vocabulary/images.stamp: $(BUILD)/vocabulary/compile \
    $(wildcard ext/vocabulary/*.tiktoken ext/vocabulary/*.txt)
	$(say)$(BUILD)/vocabulary/compile ext/vocabulary $(BUILD)/vocabulary
	@touch $@

$(BUILD)/obj/images.o: ext/vocabulary/images.S $(BUILD)/vocabulary/images.stamp
	@mkdir -p $(@D)
	$(say)$(CC) -I$(BUILD)/vocabulary -c -o $@ $<

# Unit tests link the pure part alone; its memory comes from libsqlite3.
$(BUILD)/tests/%: tests/unit/%.c $(OBJECTS) | need
	@mkdir -p $(@D)
	$(say)$(CC) $(FLAGS) -DSQLITE_CORE $(CFLAGS) -o $@ $< \
	  ext/base/memory.c $(PURE) -lsqlite3 $(UTF8PROC)

# Counting alone, without the libraries SQLite and utf8proc, which a machine
# has for no other processor than its own.
COUNT_ALONE = $(BUILD)/obj/images.o \
  $(filter $(BUILD)/obj/base/% $(BUILD)/obj/token/%,$(PURE))

$(BUILD)/count_alone: tests/unit/count.c tests/token/malloc.c \
    ext/base/memory.c $(COUNT_ALONE)
	$(say)$(CC) $(FLAGS) -DSQLITE_CORE $(CFLAGS) -static -o $@ $^

.PHONY: check-arm64
check-arm64: need amalgamation ## counts with NEON on an emulated processor
	@.ci/need gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user
	@CC="$(CC)" tests/run $(BUILD) token/arm64.sh

.PHONY: check
check: need all $(UNIT) $(BUILD)/libftext.a amalgamation ## runs all tests
	@CC="$(CC)" EXTRA_FLAGS="$(EXTRA_FLAGS)" SQLITE3="$(SQLITE3)" \
	  tests/run $(BUILD)

SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all \
  -fno-omit-frame-pointer

.PHONY: check-sanitized
check-sanitized: ## runs all tests under AddressSanitizer and UBSan
	$(MAKE) check BUILD=build/sanitized CC=gcc CFLAGS="-O1 -g" \
	  EXTRA_FLAGS="$(SANITIZE)" SQLITE3=$(CURDIR)/tests/sanitized

# A pass of faults over a statement or a file takes at most about so many
# seconds; 0: as long as it takes, with every fault.  Family file is compiled
# anew, so that its calls to the system can fail.
FAULT_SECONDS ?= 5
FAULT = build/sanitized/fault/fault

$(BUILD)/fault/fault: $(wildcard tests/fault/*.[ch] ext/file/*.[ch]) \
    $(BUILD)/libftext.a
	@mkdir -p $(@D)
	$(say)$(CC) $(FLAGS) -DSQLITE_CORE -DFTEXT_TEST_DISK $(CFLAGS) -o $@ \
	  $(filter %.c,$^) $(BUILD)/libftext.a -lsqlite3 $(UTF8PROC)

.PHONY: fault
fault: need ## runs every SQL test with each allocation and file call failing
	$(MAKE) $(FAULT) BUILD=build/sanitized CC=gcc CFLAGS="-O1 -g" \
	  EXTRA_FLAGS="$(SANITIZE)"
	tests/fault/run $(FAULT) $(FAULT_SECONDS)

# Those that valgrind takes minutes for call the same functions very often.
SLOW_TESTS = $(addprefix tests/split/,groups.sql golden.sql property.sql \
  even.sql) tests/label/capacity.sql tests/label/property.sql
VALGRIND_TESTS = $(wildcard tests/*/*.sql)

.PHONY: valgrind valgrind-short
valgrind-short: VALGRIND_TESTS := $(filter-out $(SLOW_TESTS),$(VALGRIND_TESTS))
valgrind-short: valgrind
valgrind: need all ## runs all SQL tests under valgrind
	@.ci/need valgrind
	@tests/valgrind $(BUILD)/ftext $(VALGRIND_TESTS)

# Two threads for so many seconds.
RACE_SECONDS ?= 10

$(BUILD)/threads: tests/threads/threads.c tests/fault/script.c \
    $(BUILD)/libftext.a
	$(say)$(CC) $(FLAGS) -DSQLITE_CORE $(CFLAGS) -Itests/fault -o $@ $^ \
	  -lsqlite3 $(UTF8PROC) -pthread

.PHONY: race
race: need ## runs all families in two threads under ThreadSanitizer
	$(MAKE) build/race/threads BUILD=build/race CC=gcc CFLAGS="-O1 -g" \
	  EXTRA_FLAGS=-fsanitize=thread
	@tests/threads/run build/race/threads $(RACE_SECONDS) \
	  $(filter-out $(SLOW_TESTS),$(wildcard tests/*/*.sql))

# Steps of the library's own code are counted, not time: see tests/limits/.
COUNTED_CALLS = memcpy memmove memset memcmp memchr strlen
COUNTED = -fsanitize-coverage=trace-pc $(COUNTED_CALLS:%=-fno-builtin-%)

$(BUILD)/limits/%: tests/limits/%.c tests/limits/steps.c \
    $(BUILD)/libftext.a
	@mkdir -p $(@D)/work
	$(say)$(CC) -std=c11 -Wall -Wextra -Werror -O1 -DSQLITE_CORE -Iext \
	  -o $@ $(COUNTED_CALLS:%=-Wl,--wrap=%) $^ -lsqlite3 $(UTF8PROC)

.PHONY: cost
cost: need ## counts steps: none beyond n log n, none behind an interrupt
	$(MAKE) $(patsubst %,build/counted/limits/%,cost interrupt) \
	  BUILD=build/counted CC=gcc CFLAGS=-O1 EXTRA_FLAGS="$(COUNTED)"
	cd build/counted/limits/work && ../interrupt && ../cost

# Each branch of the sources stands in this build once: nothing is optimized
# away and nothing is there again for being inlined.  Asserts stay in, as in
# the library that is shipped.
COVER = BUILD=build/cover CC=gcc CFLAGS="-O0 -g" \
  EXTRA_FLAGS="--coverage -Dalways_inline=unused -Wno-sign-conversion" \
  TOOL_FLAGS="-O0 --coverage"

.PHONY: cover
cover: need ## measures which lines and branches of ext/ the tests run
	@.ci/need gcc python3
	@mkdir -p build/cover && find build/cover -name '*.gcda' -delete
	@rm -f build/cover/vocabulary/images.stamp
	$(MAKE) check build/cover/fault/fault $(COVER)
	tests/fault/run build/cover/fault/fault "20000 allocations" \
	  $(SLOW_TESTS)
	python3 tests/cover/report.py build/cover tests/cover/uncovered.txt

# Fuzzing: each tests/fuzz/<target>.c runs for FUZZ_SECONDS on what is kept
# in tests/fuzz/corpus/<target>; what it finds anew goes to build/fuzz/corpus.
# With FUZZ_MODE=plain it runs without sanitizers, several times as fast.
FUZZ_SECONDS ?= 20
FUZZ_MODE ?= sanitized
FUZZ_TARGETS = $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c))
FUZZ_FLAGS_sanitized = -fsanitize=address,undefined -fno-sanitize-recover=all
FUZZ_FLAGS_plain = -fno-sanitize-coverage=trace-cmp
FUZZ_FLAGS = -fsanitize=fuzzer-no-link $(FUZZ_FLAGS_$(FUZZ_MODE))
FUZZ_COMMON = $(patsubst tests/fuzz/%.c,$(BUILD)/%.o, \
  $(wildcard tests/fuzz/common/*.c))

# What targets share is not what is to be covered.
.SECONDARY: $(FUZZ_COMMON)
$(BUILD)/common/%.o: tests/fuzz/common/%.c $(wildcard tests/fuzz/common/*.h)
	@mkdir -p $(@D)
	$(say)$(CC) $(FLAGS) -fno-sanitize=fuzzer-no-link -DSQLITE_CORE \
	  -Itests/fuzz $(CFLAGS) -c -o $@ $<

$(BUILD)/bin/%: tests/fuzz/%.c $(FUZZ_COMMON) $(BUILD)/libftext.a
	@mkdir -p $(@D)
	$(say)$(CC) $(FLAGS) -fsanitize=fuzzer -DSQLITE_CORE -Itests/fuzz \
	  $(CFLAGS) -o $@ $^ -lsqlite3 $(UTF8PROC)

.PHONY: fuzz
fuzz: need ## fuzzes each target for FUZZ_SECONDS
	@.ci/need clang libclang-rt-14-dev
	$(MAKE) $(FUZZ_TARGETS:%=build/fuzz/$(FUZZ_MODE)/bin/%) \
	  BUILD=build/fuzz/$(FUZZ_MODE) CC=clang CFLAGS="-O2 -g" \
	  EXTRA_FLAGS="$(FUZZ_FLAGS)"
	tests/fuzz/run $(FUZZ_MODE) $(FUZZ_SECONDS) $(FUZZ_TARGETS)

.PHONY: fuzz-long
fuzz-long: ## fuzzes each target for two hours
	$(MAKE) fuzz FUZZ_SECONDS=7200

# FUZZ_SEED repeats a run, which says its seed.
FUZZ_TEXTS ?= 20000

.PHONY: fuzz-tiktoken
fuzz-tiktoken: need all ## compares FUZZ_TEXTS random texts with npm tiktoken
	@command -v npm >/dev/null || .ci/need nodejs npm
	@SQLITE3="$(SQLITE3)" tests/vectors/differential $(BUILD) \
	  $(FUZZ_TEXTS) $(FUZZ_SEED)

.PHONY: docs
docs: need all ## brings the reference parts of docs/ up to date
	@FTEXT=$(abspath $(BUILD))/ftext SQLITE3="$(SQLITE3)" \
	  tests/docs/write docs

.PHONY: lint
lint: all ## proves the rules of the house on the sources
	@.ci/need clang clang-format clang-tidy cppcheck shellcheck
	@CC=$(CC) tests/lint $(BUILD)

# `make check` skips the hosts that are not there; this installs them.
.PHONY: hosts
hosts: need all $(BUILD)/libftext.a ## loads ftext into every host there is
	@tests/hosts/install build/hosts
	@CC="$(CC)" tests/hosts/table $(BUILD)

.PHONY: cluster
cluster: need all ## counts, splits and checks on a server and its replicas
	@tests/hosts/install build/hosts
	@SQLITE3="$(SQLITE3)" tests/hosts/cluster/run $(BUILD)

.PHONY: bench
bench: all ## measures ftext beside its peers from npm (minutes, network)
	@CC="$(CC)" tests/bench/run $(BUILD)

.PHONY: demo
demo: need all ## prepares 5,065 tagged prompts and shows what comes out
	@rm -rf $(BUILD)/demo && mkdir -p $(BUILD)/demo
	$(SQLITE3) -bail $(BUILD)/demo/tags.db <sql/demo_data.sql
	$(SQLITE3) -batch -bail -cmd '.load $(BUILD)/ftext' \
	  -cmd '.parameter set @stem $(BUILD)/demo/tags' \
	  -cmd '.parameter set @report $(BUILD)/demo/report.html' \
	  -cmd '.parameter set @title "Support messages"' \
	  $(BUILD)/demo/tags.db <sql/demo.sql

.PHONY: picture
picture: demo ## draws docs/report.png, the report of the demo's data
	@.ci/need chromium pngquant python3
	python3 -B tests/report/picture.py $(BUILD)/demo/report.html \
	  docs/report.png

include .package/package.mk

.PHONY: clean
clean: ## removes everything built
	rm -rf $(BUILD)

.PHONY: help
help: ## lists the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | \
	  awk -F '\t' '{ printf "make %-12s %s\n", $$1, $$2 }'
