# Bluepencil. `make` builds all; `make help` lists the rest.
#
#   make V=1                          shows the commands
#   make BUILD=build/asan SANITIZE=1  builds elsewhere, under sanitizers
#   make CFLAGS='-O0 -g'              compiles everything anew with these flags

BUILD     ?= build
PREFIX    ?= /usr/local
PORT      ?= 8080
CFLAGS    ?= -O2 -g
OBJCOPY   ?= objcopy
# -O2 is 1.4 times as fast as -Oz over whole articles, for 10 KB (brotli).
EM_CFLAGS ?= -O2
# The libraries run once a load or once a call, all but the matcher: there size counts, 20 KB of it. So do these parts of
# our own: dates spend their time in the matcher.
EM_SMALL   = -Oz
SMALL_STAGES := app dates json quotes
# What of the other stages is seldom met.
SMALL_PARTS  := $(addprefix names/,appositions entities grouping house locations mentions nicknames nominals organizations persons repeats titles votes)
# Downloads serve every build folder and outlive `make clean`.
DOWNLOADS ?= build/downloads

VERSION := $(shell sed -n 's/^\#define BP_VERSION "\(.*\)"/\1/p' include/bluepencil.h)

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

# $(call say,CC,file) begins a recipe line; the command follows it.
say = $(if $(V),,@printf '  %-7s %s\n' '$1' '$2';)

# ---- what the tools must bring ------------------------------------------------------------------------------------

NEEDS_native     := native
NEEDS_serve      := native wasm serve
NEEDS_demo       := native wasm node
NEEDS_bench      := native wasm node
NEEDS_test       := native wasm node serve test
NEEDS_unit       := native
NEEDS_fuzz       := native fuzz
NEEDS_weights    := native node
NEEDS_format     := format
NEEDS_format-check := format
NEEDS_dist       := dist

GOALS   := $(or $(MAKECMDGOALS),all)
NO_CODE := help clean distclean format format-check dist uninstall
# Goals that compile something; only for these is anything generated while make reads its files.
CODE    := $(filter-out $(NO_CODE),$(GOALS))
NEEDS   := $(sort $(foreach goal,$(GOALS),$(or $(NEEDS_$(goal)),native wasm)))

.PHONY: tools FORCE
tools:
	@CC='$(CC)' sh scripts/tools.sh $(NEEDS)
	$(if $(filter node,$(NEEDS)),@sh scripts/node.sh $(DOWNLOADS)/node)

export PATH := $(abspath $(DOWNLOADS)/node/bin):$(PATH)

# ---- flags --------------------------------------------------------------------------------------------------------

WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
DEFINES  := -DPCRE2_STATIC
INCLUDES  = -Iinclude -Isrc -I$(BUILD)/english -I$(BUILD)/classes -I$(BUILD)/deps/pcre2 -I$(BUILD)/deps/cjson
# No fused multiply-add: native and wasm must compute the same scores to the last bit.
LANGUAGE := -std=c11 -ffp-contract=off -ffunction-sections -fdata-sections
# A packed table is a string as long as it must be.
PACKED_FLAGS := -Wno-overlength-strings
DEPS_FLAGS := -DHAVE_CONFIG_H -DPCRE2_CODE_UNIT_WIDTH=8 -DPCRE2_STATIC -w

# Sanitizers make gcc see array bounds and jumps that are not in the source, so there most warnings stop nothing.
STILL_ERRORS := -Wno-error -Werror=shadow -Werror=incompatible-pointer-types -Werror=int-conversion
SMALL_BLOCKS := -DBP_SMALLEST_BLOCK=16 -DBP_LARGEST_STEP=16
ifdef SANITIZE
SANITIZERS := $(SMALL_BLOCKS) $(STILL_ERRORS) -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
endif
ifdef FUZZ
SANITIZERS := $(SMALL_BLOCKS) $(STILL_ERRORS) -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
endif

COMPILE   = $(CC) $(LANGUAGE) $(WARNINGS) $(DEFINES) $(INCLUDES) $(CPPFLAGS) $(CFLAGS) $(SANITIZERS) -MMD -MP -c
COMPILE_DEPS = $(CC) $(LANGUAGE) $(DEPS_FLAGS) $(CPPFLAGS) $(CFLAGS) $(SANITIZERS) -MMD -MP -c
LINK      = $(CC) $(CFLAGS) $(SANITIZERS) -Wl,--gc-sections $(LDFLAGS)

EM              = . ./emsdk-env.sh >/dev/null &&
EM_COMPILE      = $$EMCC $(LANGUAGE) $(WARNINGS) $(DEFINES) $(INCLUDES) $(EM_CFLAGS) -MMD -MP -c
EM_COMPILE_DEPS = $$EMCC $(LANGUAGE) $(DEPS_FLAGS) $(EM_CFLAGS) $(EM_SMALL) -MMD -MP -c
# --stack-first: a stack that overflows traps instead of running over the data.
# Memory starts small and grows to 1 GB; past that malloc returns NULL.
# Linked for size, which takes 3 KB (brotli) off and no speed that can be measured.
EM_LINK         = $$EMCC -Os --no-entry -sSTANDALONE_WASM -sSTRICT -sFILESYSTEM=0 -sMALLOC=emmalloc \
	-sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=$(EM_INITIAL_MEMORY) -sMAXIMUM_MEMORY=1GB -s$$EM_STACK=256KB -Wl,--stack-first
EM_INITIAL_MEMORY ?= 8MB

# ---- sources ------------------------------------------------------------------------------------------------------

SOURCES   := $(wildcard src/*.c src/text/*.c src/names/*.c src/dates/*.c src/quotes/*.c src/json/*.c)
COMMAND   := $(filter-out src/app/wasm.c,$(wildcard src/app/*.c))
TRAINER   := $(wildcard src/train/*.c)
# The program that turns src/english into C. It cuts words with the library's own scanner, so it takes what it
# needs of src/text; only the lexicon, whose table it is about to make, it answers for itself.
PACKER    := $(wildcard src/english/*.c)
PACK_WITH := $(filter-out src/text/lexicon.c,$(wildcard src/arena.c src/text/*.c))
LANGUAGE_DATA := $(if $(PACKER),$(shell find src/english -type f ! -name '*.[ch]' ! -name '*.md' ! -path '*/articles/*'))
PACKED     = $(filter-out %_regexes.c,$(wildcard $(BUILD)/english/*.c))
# The program that compiles the grammars' patterns, for either build: its source and what it takes.
REGEXES    = $(wildcard $(BUILD)/english/*_regexes.c)
FREEZER    = src/freeze/freeze.c src/text/pattern.c src/arena.c $(REGEXES) $(PCRE2:%=$(BUILD)/deps/pcre2/pcre2_%.c)

PCRE2 := auto_possess chartables compile config context convert dfa_match error extuni find_bracket jit_compile \
	maketables match match_data newline ord2utf pattern_info script_run serialize string_utils study substitute \
	substring tables ucd valid_utf xclass
DEPS  := $(PCRE2:%=$(BUILD)/deps/pcre2/pcre2_%.c) $(BUILD)/deps/cjson/cJSON.c

# $(call objects,native,SOURCES): src/a.c is native/a.o, BUILD/deps/b.c native/deps/b.o.
objects = $(patsubst src/%.c,$(BUILD)/$1/%.o,$(patsubst $(BUILD)/%.c,$(BUILD)/$1/%.o,$2))

LIBRARY_OBJECTS = $(call objects,native,$(SOURCES) $(PACKED) $(BUILD)/frozen/native.c)
DEPS_OBJECTS    = $(call objects,native,$(DEPS))
COMMAND_OBJECTS = $(call objects,native,$(COMMAND))
TRAINER_OBJECTS = $(call objects,native,$(TRAINER))
PACK_OBJECTS    = $(call objects,native,$(PACKER))
PACK_PARTS      = $(call objects,native,$(PACK_WITH))
FREEZER_OBJECTS = $(call objects,native,$(FREEZER))
# What lies side by side is packed together: in this order of the largest data the module is 1 % smaller (brotli).
LARGE_DATA      = $(BUILD)/english/weights_data.c $(BUILD)/frozen/wasm.c $(BUILD)/english/phrases_data.c \
	$(BUILD)/english/lists_data.c $(BUILD)/english/clusters_data.c
WASM_OBJECTS    = $(call objects,wasm,$(LARGE_DATA) $(filter-out $(LARGE_DATA),$(PACKED)) $(SOURCES) src/app/wasm.c $(DEPS))
WASM_FREEZER    = $(call objects,wasm,$(FREEZER))

WEB     := $(shell find web -type f 2>/dev/null)
WEB_OUT  = $(WEB:web/%=$(BUILD)/web/%) $(BUILD)/web/engine.wasm $(BUILD)/web/inline-wasm.js
NOTICES := $(wildcard README.md CHANGELOG.md LICENSE THIRD-PARTY-NOTICES)
PACKAGE  = $(patsubst $(BUILD)/web/%,$(BUILD)/package/%,$(filter-out $(BUILD)/web/page/% %/inline-wasm.js,$(WEB_OUT))) \
	$(NOTICES:%=$(BUILD)/package/%)

# ---- goals --------------------------------------------------------------------------------------------------------

.PHONY: all native wasm web package serve demo test bench fuzz weights format format-check install uninstall dist \
	clean distclean help

all: native wasm package ## builds the command, the library, the engine for the web, the page and the npm package
	@echo 'Built: $(BUILD)/bluepencil $(BUILD)/libbluepencil.a $(BUILD)/web/ $(BUILD)/package/'

native: $(BUILD)/bluepencil $(BUILD)/libbluepencil.a $(if $(TRAINER),$(BUILD)/train) ## builds the command and the C library

wasm: web ## builds the engine for the web, and the page around it
web: $(WEB_OUT) web-prune

package: $(PACKAGE) package-prune ## builds the npm package

serve: web ## serves the page on this machine (PORT=8080)
	@echo "Bluepencil is at http://127.0.0.1:$(PORT)/ (Ctrl-C ends it)"
	@python3 -m http.server --bind 127.0.0.1 --directory $(BUILD)/web $(PORT) || \
		{ echo "Is port $(PORT) taken? Try: make serve PORT=$$(($(PORT) + 1))" >&2; exit 1; }

SAMPLE ?= web/sample.txt
demo: native wasm ## marks a sample article: by the command, and as JSON through Node (SAMPLE=FILE)
	$(BUILD)/bluepencil --format text $(SAMPLE)
	node examples/annotate.mjs $(SAMPLE) --json

test: all ## runs every test
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/asan SANITIZE=1 native unit
	BUILD=$(BUILD) sh tests/run

UNIT := $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(wildcard tests/unit/*.c))
.PHONY: unit
unit: $(UNIT)

bench: all $(BUILD)/tests/bench/stages $(BUILD)/tests/bench/wasm_stages.wasm ## measures speed, memory and size
	BUILD=$(BUILD) sh tests/bench/run

FUZZ_SECONDS ?= 60
FUZZERS = $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz-%,$(wildcard tests/fuzz/*.c))
ifdef FUZZ
fuzz: $(FUZZERS)
	@for fuzzer in $^; do \
		mkdir -p $$fuzzer.corpus && \
		$$fuzzer -max_total_time=$(FUZZ_SECONDS) -timeout=10 -artifact_prefix=$$fuzzer. $$fuzzer.corpus $(wildcard tests/articles tests/cases) || exit 1; \
	done
else
fuzz: | tools ## searches for inputs that break the engine (FUZZ_SECONDS=60 for each target)
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz FUZZ=1 CC=clang fuzz
endif

weights: | tools ## makes the tagger's weights anew from the corpora, and prints the scores (CORPORA=FOLDER [CLUSTERS=anew])
	@[ -n '$(CORPORA)' ] || { echo 'make weights CORPORA=FOLDER' >&2; exit 2; }
	@BUILD=$(BUILD) CORPORA='$(CORPORA)' CLUSTERS='$(CLUSTERS)' MAKE='$(MAKE)' sh scripts/weights.sh

FORMATTED = $(wildcard include/*.h src/*.[ch] src/*/*.[ch] tests/*/*.[ch] examples/*.[ch])
format: | tools ## formats the C sources
	@clang-format -i $(FORMATTED)
format-check: | tools ## tells which C sources are not formatted
	@clang-format --dry-run -Werror $(FORMATTED)

DATADIR = $(DESTDIR)$(PREFIX)/share
install: all ## installs (DESTDIR= PREFIX=/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(PREFIX)/lib/pkgconfig \
		$(DATADIR)/man/man1 $(DATADIR)/doc/bluepencil
	install -m 755 $(BUILD)/bluepencil $(DESTDIR)$(PREFIX)/bin/
	install -m 644 include/bluepencil.h $(DESTDIR)$(PREFIX)/include/
	install -m 644 $(BUILD)/libbluepencil.a $(DESTDIR)$(PREFIX)/lib/
	printf '%s\n' 'prefix=$(PREFIX)' 'includedir=$${prefix}/include' 'libdir=$${prefix}/lib' '' 'Name: bluepencil' \
		'Description: who, when, and who said what in a news article' 'Version: $(VERSION)' \
		'Cflags: -I$${includedir}' 'Libs: -L$${libdir} -lbluepencil -lm' >$(DESTDIR)$(PREFIX)/lib/pkgconfig/bluepencil.pc
	install -m 644 man/bluepencil.1 $(DATADIR)/man/man1/
	install -m 644 LICENSE THIRD-PARTY-NOTICES $(DATADIR)/doc/bluepencil/
	rm -rf $(DATADIR)/bluepencil/web
	install -d $(DATADIR)/bluepencil
	cp -R $(BUILD)/web $(DATADIR)/bluepencil/web

uninstall: ## removes what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/bluepencil $(DESTDIR)$(PREFIX)/include/bluepencil.h \
		$(DESTDIR)$(PREFIX)/lib/libbluepencil.a $(DESTDIR)$(PREFIX)/lib/pkgconfig/bluepencil.pc \
		$(DATADIR)/man/man1/bluepencil.1
	rm -rf $(DATADIR)/bluepencil $(DATADIR)/doc/bluepencil

dist: | tools ## packs the committed sources into build/bluepencil-VERSION.tar.xz
	@mkdir -p $(BUILD)
	$(call say,DIST,$(BUILD)/bluepencil-$(VERSION).tar.xz) \
		git archive --prefix=bluepencil-$(VERSION)/ HEAD | xz >$(BUILD)/bluepencil-$(VERSION).tar.xz

clean: ## removes what was built, but keeps the downloads
	@[ ! -d $(BUILD) ] || find $(BUILD) -mindepth 1 -maxdepth 1 ! -path $(DOWNLOADS) -exec rm -rf {} +

distclean: ## removes what was built or downloaded
	@rm -rf $(BUILD) $(DOWNLOADS)

help: ## lists these goals
	@sed -n 's/^\([a-z-]*\):.* ## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 16

# ---- stamps: files that change when, and only when, what they record changes ---------------------------------------

# $(call record,TEXT): the recipe of such a file.
record = @mkdir -p $(@D); printf '%s\n' '$(subst ','\'',$1)' | cmp -s - $@ || printf '%s\n' '$(subst ','\'',$1)' >$@

$(BUILD)/native/flags: FORCE | tools
	$(call record,$(COMPILE) $(DEPS_FLAGS) $(LINK))
$(BUILD)/wasm/flags: FORCE | tools
	@mkdir -p $(@D); $(EM) echo "$(EM_COMPILE) $(DEPS_FLAGS) $(EM_SMALL) $(SMALL_STAGES) $(SMALL_PARTS) $(EM_LINK) $$EM_VERSION" | cmp -s - $@ || \
		{ $(EM) echo "$(EM_COMPILE) $(DEPS_FLAGS) $(EM_SMALL) $(SMALL_STAGES) $(SMALL_PARTS) $(EM_LINK) $$EM_VERSION" >$@; }
$(BUILD)/native/objects: FORCE
	$(call record,$(LIBRARY_OBJECTS) $(COMMAND_OBJECTS) $(TRAINER_OBJECTS))
$(BUILD)/native/pack-objects: FORCE
	$(call record,$(PACK_OBJECTS) $(PACK_PARTS))
$(BUILD)/wasm/objects: FORCE
	$(call record,$(WASM_OBJECTS))
$(BUILD)/classes/names: FORCE
	$(call record,$(sort $(LANGUAGE_DATA)) $(shell sed -n "s/:.*//p" src/english/hints.txt))

# ---- PCRE2 and cJSON ----------------------------------------------------------------------------------------------

$(BUILD)/deps/ready: scripts/deps.sh | tools
	@sh scripts/deps.sh $(DOWNLOADS) $(@D)
	@touch $@
$(DEPS) $(BUILD)/deps/pcre2/pcre2.h $(BUILD)/deps/cjson/cJSON.h: $(BUILD)/deps/ready ;

# ---- language data ------------------------------------------------------------------------------------------------

ifneq ($(PACKER),)
$(BUILD)/classes/classes.h: src/english/classes.sh $(BUILD)/classes/names
	$(call say,CLASSES,$@) sh $< src/english >$@

$(BUILD)/libpack.a: $(PACK_PARTS) $(BUILD)/native/pack-objects
	@rm -f $@
	$(call say,AR,$@) $(AR) rcs $@ $(PACK_PARTS)
$(BUILD)/pack: $(PACK_OBJECTS) $(BUILD)/libpack.a
	$(call say,LINK,$@) $(LINK) -o $@ $(PACK_OBJECTS) $(BUILD)/libpack.a -lm

# The packer ends before it would pay to give memory back, so leaks are not looked for.
$(BUILD)/packed.mk: $(BUILD)/pack $(LANGUAGE_DATA) $(BUILD)/classes/names scripts/keep.sh
	@rm -rf $(BUILD)/packed.new; mkdir -p $(BUILD)/packed.new
	$(call say,PACK,src/english) ASAN_OPTIONS=detect_leaks=0 $(BUILD)/pack src/english $(BUILD)/packed.new
	@sh scripts/keep.sh $(BUILD)/packed.new $(BUILD)/english
	@touch $@

# Which files the packer writes is known once it has run: make runs it, then reads this file again.
ifneq ($(CODE),)
include $(BUILD)/packed.mk
endif
endif

# ---- native -------------------------------------------------------------------------------------------------------

# What a source needs besides what its .d file names.
READY = $(BUILD)/deps/ready $(if $(PACKER),$(BUILD)/classes/classes.h)

# Over half of the time for dates is spent in it.
$(BUILD)/native/deps/pcre2/pcre2_match.o: private CFLAGS += -O3
$(BUILD)/native/deps/%.o: $(BUILD)/deps/%.c $(BUILD)/native/flags
	@mkdir -p $(@D)
	$(call say,CC,$<) $(COMPILE_DEPS) -o $@ $<
$(BUILD)/native/%.o: src/%.c $(BUILD)/native/flags | $(READY)
	@mkdir -p $(@D)
	$(call say,CC,$<) $(COMPILE) -o $@ $<
$(BUILD)/native/%.o: $(BUILD)/%.c $(BUILD)/native/flags | $(READY)
	@mkdir -p $(@D)
	$(call say,CC,$<) $(COMPILE) $(PACKED_FLAGS) -o $@ $<

$(BUILD)/freeze: $(FREEZER_OBJECTS)
	$(call say,LINK,$@) $(LINK) -o $@ $(FREEZER_OBJECTS)
$(BUILD)/frozen/native.c: $(BUILD)/freeze
	@mkdir -p $(@D)
	$(call say,FREEZE,$@) ASAN_OPTIONS=detect_leaks=0 $(BUILD)/freeze >$@

# The library with all its symbols: for the command, the trainer and the unit tests.
$(BUILD)/libparts.a: $(LIBRARY_OBJECTS) $(DEPS_OBJECTS) $(BUILD)/native/objects
	@rm -f $@
	$(call say,AR,$@) $(AR) rcs $@ $(LIBRARY_OBJECTS) $(DEPS_OBJECTS)

# The library for other programs: one object that shows only what the header declares, so that a program
# can have a PCRE2 or cJSON of its own.
$(BUILD)/native/public: include/bluepencil.h
	@mkdir -p $(@D)
	@grep -o '\<bp_[a-z0-9_]*(' $< | tr -d '(' | sort -u >$@
$(BUILD)/libbluepencil.a: $(BUILD)/libparts.a $(BUILD)/native/public
	@rm -f $@
	$(call say,AR,$@) $(CC) -nostdlib -r -o $(BUILD)/libbluepencil.o $(LIBRARY_OBJECTS) $(BUILD)/libparts.a && \
		$(OBJCOPY) --keep-global-symbols=$(BUILD)/native/public $(BUILD)/libbluepencil.o && \
		$(AR) rcs $@ $(BUILD)/libbluepencil.o

$(BUILD)/bluepencil: $(COMMAND_OBJECTS) $(BUILD)/libparts.a $(BUILD)/native/objects
	$(call say,LINK,$@) $(LINK) -o $@ $(COMMAND_OBJECTS) $(BUILD)/libparts.a -lpthread -lm
$(BUILD)/train: $(TRAINER_OBJECTS) $(BUILD)/libparts.a $(BUILD)/native/objects
	$(call say,LINK,$@) $(LINK) -o $@ $(TRAINER_OBJECTS) $(BUILD)/libparts.a -lpthread -lm
$(BUILD)/fuzz-%: tests/fuzz/%.c $(BUILD)/libparts.a
	$(call say,LINK,$@) $(COMPILE:-c=) -fsanitize=fuzzer -o $@ $< $(BUILD)/libparts.a -lm

# The programs of tests/unit and tests/bench; they may look inside.
$(BUILD)/tests/%: tests/%.c tests/unit/test.h $(BUILD)/libparts.a
	@mkdir -p $(@D)
	$(call say,LINK,$@) $(COMPILE:-c=) -MF $@.d -o $@ $< $(BUILD)/libparts.a -lpthread -lm

# ---- wasm ---------------------------------------------------------------------------------------------------------

$(BUILD)/wasm/deps/pcre2/pcre2_match.o: private EM_SMALL =
$(BUILD)/wasm/deps/%.o: $(BUILD)/deps/%.c $(BUILD)/wasm/flags
	@mkdir -p $(@D)
	$(call say,EMCC,$<) $(EM) $(EM_COMPILE_DEPS) -o $@ $<
$(SMALL_STAGES:%=$(BUILD)/wasm/%/%.o): private EM_STAGE = $(EM_SMALL)
$(SMALL_PARTS:%=$(BUILD)/wasm/%.o): private EM_STAGE = $(EM_SMALL)
$(BUILD)/wasm/%.o: src/%.c $(BUILD)/wasm/flags | $(READY)
	@mkdir -p $(@D)
	$(call say,EMCC,$<) $(EM) $(EM_COMPILE) $(EM_STAGE) -o $@ $<
$(BUILD)/wasm/%.o: $(BUILD)/%.c $(BUILD)/wasm/flags | $(READY)
	@mkdir -p $(@D)
	$(call say,EMCC,$<) $(EM) $(EM_COMPILE) $(PACKED_FLAGS) -o $@ $<

$(BUILD)/freeze.wasm: $(WASM_FREEZER)
	$(call say,EMCC,$@) $(EM) $$EMCC $(EM_CFLAGS) -sSTANDALONE_WASM -sINITIAL_MEMORY=64MB -o $@ $(WASM_FREEZER)
$(BUILD)/frozen/wasm.c: $(BUILD)/freeze.wasm scripts/run-wasi.mjs
	@mkdir -p $(@D)
	$(call say,FREEZE,$@) node scripts/run-wasi.mjs $< >$@

$(BUILD)/engine.wasm: $(WASM_OBJECTS) $(BUILD)/wasm/objects scripts/check-imports.mjs
	$(call say,EMCC,$@) $(EM) $(EM_LINK) -o $@ $(WASM_OBJECTS)
	@chmod -x $@
	@node scripts/check-imports.mjs $@

# A program of tests/bench.
$(BUILD)/tests/bench/%.wasm: tests/bench/%.c $(WASM_OBJECTS)
	@mkdir -p $(@D)
	$(call say,EMCC,$@) $(EM) $(EM_COMPILE) -o $(@:.wasm=.o) $< && \
		$(EM_LINK) -o $@ $(@:.wasm=.o) $(filter-out %/app/wasm.o,$(WASM_OBJECTS))

# ---- the page and the package: copies -------------------------------------------------------------------------

copy = @mkdir -p $(@D) && cp $< $@
$(BUILD)/web/engine.wasm: $(BUILD)/engine.wasm scripts/settle-size.mjs
	@mkdir -p $(@D)
	$(call say,SETTLE,$@) node scripts/settle-size.mjs $< $@
$(BUILD)/web/inline-wasm.js: $(BUILD)/web/engine.wasm $(BUILD)/web/pack-inline.mjs
	$(call say,INLINE,$@) node $(BUILD)/web/pack-inline.mjs
$(BUILD)/web/%: web/%
	$(copy)
$(NOTICES:%=$(BUILD)/package/%): $(BUILD)/package/%: %
	$(copy)
$(filter-out $(NOTICES:%=$(BUILD)/package/%),$(PACKAGE)): $(BUILD)/package/%: $(BUILD)/web/%
	$(copy)

# A file that left web/ leaves the copies too.
.PHONY: web-prune package-prune
prune = @rm -f $(filter-out $2,$(shell find $(BUILD)/$1 -type f 2>/dev/null))
web-prune: ; $(call prune,web,$(WEB_OUT))
package-prune: ; $(call prune,package,$(PACKAGE))

ifneq ($(CODE),)
-include $(patsubst %.o,%.d,$(LIBRARY_OBJECTS) $(DEPS_OBJECTS) $(COMMAND_OBJECTS) $(TRAINER_OBJECTS) $(PACK_OBJECTS) $(WASM_OBJECTS) $(FREEZER_OBJECTS) $(WASM_FREEZER)) $(UNIT:%=%.d)
endif
