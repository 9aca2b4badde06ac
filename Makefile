# Everything a fresh clone needs. On Debian and Ubuntu missing system packages are installed,
# as root or with sudo; elsewhere the tests that need them say so.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

# A process for each processor. The integration tests start a wiki in each of theirs, and wait for
# it most of the time.
PARALLEL ?= --numprocesses auto
WIKIS    ?= --numprocesses 4

.PHONY: demo test lint unit wiki soak bench system clean

demo: $(READY)
	$(BIN)/wikifaq demo --folder build/demo

test: lint unit system
	$(BIN)/python -m pytest $(WIKIS) --dist loadfile tests/integration

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

unit: $(READY)
	$(BIN)/python -m pytest $(PARALLEL) --dist worksteal tests/unit

# A MediaWiki on this machine, for a developer's hand.
wiki: $(READY) system
	$(BIN)/python scripts/local_wiki.py --load wikifaq/examples/pages

# The long campaigns, of which the tests run a seeded slice.
soak: $(READY) system
	WIKIFAQ_SOAK=5000 $(BIN)/python -m pytest $(PARALLEL) --dist loadfile tests

bench: $(READY) system
	$(BIN)/python scripts/bench.py
	$(BIN)/python scripts/bench_reading.py
	$(BIN)/python scripts/bench_recurrence.py
	$(BIN)/python scripts/bench_merging.py
	$(BIN)/python scripts/bench_extracts.py
	$(BIN)/python scripts/bench_page.py

$(READY): pyproject.toml
	sh scripts/set-up.sh "$(PYTHON)" "$(VENV)"
	touch $@

system: $(READY)
	sh scripts/install-mediawiki.sh

clean:
	rm -rf $(VENV) build dist
