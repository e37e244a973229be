# What is installed and what is handed out; part of the Makefile.

VERSION := $(shell sed -n 's/^\#define FTEXT_VERSION "\(.*\)"/\1/p' ext/ftext.h)

PREFIX ?= /usr/local
prefix ?= $(PREFIX)
libdir ?= $(prefix)/lib
includedir ?= $(prefix)/include
datadir ?= $(prefix)/share
mandir ?= $(datadir)/man

# What the scripts are told.
PACKAGE = BUILD="$(BUILD)" VERSION="$(VERSION)" SQLITE3="$(SQLITE3)"
INSTALL = $(PACKAGE) LIBRARY_NAME=$(LIBRARY_NAME) PURE_NAME=$(PURE_NAME) \
  DESTDIR="$(DESTDIR)" prefix="$(prefix)" libdir="$(libdir)" \
  includedir="$(includedir)" datadir="$(datadir)" mandir="$(mandir)"

.PHONY: install
install: need all $(BUILD)/libftext.a ## installs all of it (PREFIX, DESTDIR, libdir)
	@$(INSTALL) .package/install

.PHONY: uninstall
uninstall: ## removes what install has installed
	@$(INSTALL) .package/uninstall
