# What is installed and what is handed out; part of the Makefile.

VERSION := $(shell sed -n 's/^\#define FTEXT_VERSION "\(.*\)"/\1/p' ext/ftext.h)

PREFIX ?= /usr/local
prefix ?= $(PREFIX)
libdir ?= $(prefix)/lib
includedir ?= $(prefix)/include
datadir ?= $(prefix)/share
mandir ?= $(datadir)/man

# What the scripts are told.
PACKAGE = MAINTAINER="$(MAINTAINER)" DIST_URL="$(DIST_URL)" \
  BUILD="$(BUILD)" VERSION="$(VERSION)" SQLITE3="$(SQLITE3)"
INSTALL = $(PACKAGE) LIBRARY_NAME=$(LIBRARY_NAME) PURE_NAME=$(PURE_NAME) \
  DESTDIR="$(DESTDIR)" prefix="$(prefix)" libdir="$(libdir)" \
  includedir="$(includedir)" datadir="$(datadir)" mandir="$(mandir)"

.PHONY: install
install: need all $(BUILD)/libftext.a ## installs it (PREFIX, DESTDIR)
	@$(INSTALL) .package/install

.PHONY: uninstall
uninstall: ## removes what install has installed
	@$(INSTALL) .package/uninstall

# All of it in one file.  What it holds of x86-64's variants follows from
# PROCESSOR_<file>; the one for arm64 sets its macro itself.
VARIANTS = $(filter PROCESSOR_%,$(.VARIABLES))
AMALGAMATION = $(BUILD)/amalgamation/ftext.c

$(AMALGAMATION): .package/amalgamate docs/LICENSE $(LIBRARY) \
    $(wildcard ext/*.h ext/*/*.h) $(BUILD)/vocabulary/images.stamp
	@.ci/need python3
	$(say).package/amalgamate $(@D) $(BUILD)/vocabulary "$(CC)" \
	  $(foreach name,$(VARIANTS),"$(name:PROCESSOR_%=%)=__x86_64__ $($(name))") \
	  "count_neon=__aarch64__ -DFTEXT_NEON" \
	  -- $(LIBRARY)

.PHONY: amalgamation
amalgamation: need $(AMALGAMATION) ## writes one ftext.c, in build/amalgamation

# Packages, in build/dist.  DIST_URL is where they will be downloaded from.
.PHONY: dist
dist: need all ## packs tarball, deb, npm package, wheel and sqlpkg manifest
	@.ci/need dpkg-dev python3 openssl
	@$(MAKE) BUILD=$(BUILD)/deb CFLAGS="$$(dpkg-buildflags --get CFLAGS)" \
	  CPPFLAGS="$$(dpkg-buildflags --get CPPFLAGS)" \
	  LDFLAGS="$$(dpkg-buildflags --get LDFLAGS)"
	@$(PACKAGE) .package/dist $(BUILD)/dist source deb npm wheel sqlpkg

.PHONY: packages
packages: dist amalgamation $(BUILD)/libftext.a ## makes and tests the packages
	@.ci/need lintian python3-venv
	@.ci/need gcc-mingw-w64-x86-64-win32 wine64 tcl || true
	@CC="$(CC)" SQLITE3="$(SQLITE3)" TESTS=tests/packages \
	  tests/run $(BUILD)
