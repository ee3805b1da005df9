# Every target does its own set-up on a fresh machine: the libraries that Qt needs, a virtual environment, the
# Python packages. Repeated runs skip what is done. On Windows and macOS see README.md.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
LIBRARIES := $(VENV)/.libraries
READY := $(VENV)/.ready
ARGS ?=
# A module's tests stay in one process: they share inversions, which cost more than the tests.
WORKERS ?= 2

.PHONY: help run test test-slow lint format bench fuzz faults setup clean

help:
	@echo "make run        open the window with a sample photo (without a display: do the same job without one)"
	@echo "make test       run the tests (ARGS='-k word' to choose)"
	@echo "make test-slow  run the tests that take longer"
	@echo "make lint       ruff, mypy, import-linter"
	@echo "make format     let ruff format and mend what it can"
	@echo "make bench      measure speed, and compare the methods (ARGS='methods --scenes 4 --write')"
	@echo "make fuzz       read spoilt files by the thousand (ARGS='--count 100000')"
	@echo "make faults     kill, fill, forbid: what is lost? (ARGS='--write docs/reliability.md')"
	@echo "make clean      remove the virtual environment and all caches"

run: $(READY)
	@VENV=$(VENV) sh packaging/run.sh $(ARGS)

test: $(READY)
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile $(ARGS)

test-slow: $(READY)
	$(BIN)/python -m pytest -m slow $(ARGS)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY)
	$(BIN)/python -m tests.benchmarks $(ARGS)

fuzz: $(READY)
	$(BIN)/python -m tests.fuzz $(ARGS)

faults: $(READY)
	$(BIN)/python -m tests.faults $(ARGS)

setup: $(READY)

$(READY): pyproject.toml $(LIBRARIES)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@

$(LIBRARIES): packaging/libraries.sh
	@sh packaging/libraries.sh
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	@echo "Setting up $(VENV); the first time takes a few minutes."
	$(PYTHON) -m venv $(VENV)
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	find nti_desktop tests resources packaging -name __pycache__ -type d -prune -exec rm -rf {} +
