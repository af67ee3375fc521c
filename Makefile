# Two commands do everything: `make demo` and `make test`. Needs make and Python 3.11 or newer.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CONSTRAINTS := $(addprefix --constraint ,$(wildcard constraints.txt))
SOURCES := bot pipeline storage config tests
BRIEFS := $(sort $(wildcard docs/briefs/*.toml))
COVERS ?= covers
SOAK_JOBS ?= 10000

.PHONY: help demo bot install test test-bots test-models test-lettering test-printing test-postgres test-commands kills check bench bench-gpu bench-lettering soak motifs gallery pictures ocr clean

help:
	@echo "make demo      install into $(VENV) and write covers for $(words $(BRIEFS)) briefs into $(COVERS)/"
	@echo "make bot       be on Telegram and Discord, with TELEGRAM_TOKEN, DISCORD_TOKEN or both"
	@echo "make test      run the tests"
	@echo "make test-bots  run the tests that drive whole bots on platforms of their own (two minutes)"
	@echo "make test-models  run the tests of painting and training (installs torch: 1.3 GB)"
	@echo "make test-lettering  run the tests of finding and erasing lettering (installs tensorflow too)"
	@echo "make test-printing  run the tests of enlarging and of print files (needs poppler, Ghostscript, MuPDF)"
	@echo "make test-commands  run the tests of whole commands, with their worker processes (two minutes)"
	@echo "make test-postgres  run the tests of the store on PostgreSQL as well (brings its own server)"
	@echo "make check     formatting, lint, types, and the arrows between the folders"
	@echo "make bench     times, rates and memory, as a table and bench.json (installs torch; some minutes)"
	@echo "make bench-gpu the painter beside the stock pipeline, on a GPU; without one a tiny model's ratios"
	@echo "make bench-lettering  what is found, erased and read on 200 generated covers (half an hour)"
	@echo "make kills     kill the queue some five hundred times, and see that nothing is lost (a minute)"
	@echo "make soak      is memory flat over SOAK_JOBS=$(SOAK_JOBS) jobs? (10 to 60 minutes, by the disk)"
	@echo "make motifs    how well summaries find their motifs"
	@echo "make gallery   forty covers of invented books on sheets, to look at, into .look/"
	@echo "make ocr       read titles back from covers (Korean: with tesseract and its kor data)"
	@echo "make pictures  draw the pictures of the README anew, into docs/pictures/"
	@echo "make install   install into $(VENV), and nothing else"
	@echo "make clean     remove $(VENV), caches and what the demo wrote"

demo: $(VENV)/.installed
	@set -e; for brief in $(BRIEFS); do \
		$(BIN)/articover cover --brief "$$brief" --out "$(COVERS)/$$(basename "$$brief" .toml)" --force; \
	done
	@echo; echo "The covers are in $(CURDIR)/$(COVERS); the briefs are in docs/briefs/."

bot: $(VENV)/.installed
	@$(BIN)/articover bot

install: $(VENV)/.installed

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

# Apart from the rest, which stays under five minutes without them.
test-bots: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m "bots and not soak and not kills" --numprocesses auto --dist loadfile tests/chats tests/discord tests/telegram

test-models: $(VENV)/.installed-models
	$(BIN)/python -m pytest -m models --numprocesses auto --dist loadfile --no-loadscope-reorder tests/diffusion tests/training

test-lettering: $(VENV)/.installed-lettering
	$(BIN)/python -m pytest -m lettering --numprocesses auto --dist loadfile --no-loadscope-reorder tests/lettering

test-printing: $(VENV)/.installed-printing
	$(BIN)/python -m pytest -m printing --numprocesses auto --dist loadfile --no-loadscope-reorder tests/printing

test-commands: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m commands --numprocesses auto --dist loadfile --no-loadscope-reorder tests/bot tests/test_own_art.py

test-postgres: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m postgres --numprocesses auto --dist loadfile --no-loadscope-reorder tests/storage

# By itself: it keeps every processor busy, and other tests have time limits.
kills: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m "kills and not soak" tests/faults tests/bot tests/queue

check: $(VENV)/.installed-models
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports

bench: $(VENV)/.installed-printing
	$(BIN)/python -m tests.bench

bench-gpu: $(VENV)/.installed-models
	$(BIN)/python -m tests.bench_gpu

bench-lettering: $(VENV)/.installed-lettering
	$(BIN)/python -m tests.bench_lettering

soak: $(VENV)/.installed-dev
	SOAK_JOBS=$(SOAK_JOBS) $(BIN)/python -m pytest -m soak -s tests/faults

motifs: $(VENV)/.installed-dev
	$(BIN)/python -m tests.motifs

gallery: $(VENV)/.installed-dev
	$(BIN)/python -m tests.gallery

pictures: $(VENV)/.installed-dev
	$(BIN)/python -m tests.gallery.pictures
	$(BIN)/python -m tests.gallery.messages
	$(BIN)/python -m tests.gallery.retouched
	$(BIN)/python -m tests.gallery.printed

ocr: $(VENV)/.installed-dev
	$(BIN)/python -m tests.ocr

clean:
	rm -rf $(VENV) $(COVERS) build dist *.egg-info bench.json bench-gpu.json bench-lettering.json
	rm -rf .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find $(SOURCES) -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps make repeated runs cheap: nothing is installed again until these files change.

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "No virtual environment could be made; on Debian: apt-get install python3-venv"; exit 1; }

$(VENV)/.installed: pyproject.toml $(wildcard constraints.txt) | $(BIN)/python
	@echo "Installing ArtiCover into $(VENV) (a few minutes the first time)"
	@$(PIP) install --upgrade "pip>=25.1"
	@# setuptools warns that a checkout may shadow the package: here it is the package.
	@PYTHONWARNINGS=ignore $(PIP) install $(CONSTRAINTS) --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(PIP) install $(CONSTRAINTS) --group dev
	@touch $@

# torch without torchvision, which nothing needs; the version in constraints.txt where there is one
$(VENV)/.installed-models: $(VENV)/.installed-dev
	@$(PIP) install $(CONSTRAINTS) --editable ".[diffusion]"
	@touch $@

# The extra `realesrgan` without what it asks for and enlarging does not need (torchvision, numba, ...).
$(VENV)/.installed-printing: $(VENV)/.installed-models
	@$(PIP) install $(CONSTRAINTS) "scipy<2" "setuptools>=77"
	@$(PIP) install --no-deps basicsr==1.4.2 realesrgan==0.3.0 || \
		echo "The package realesrgan does not install here; its tests are left out"
	@touch $@

$(VENV)/.installed-lettering: $(VENV)/.installed-models
	@$(PIP) install $(CONSTRAINTS) --editable ".[diffusion,keras-ocr]"
	@touch $@
