# Two commands do everything: `make run` starts the app, `make test` tests it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: run test test-long faults check format screenshot bench docs catalogue zipapp clean help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/  -/'

run: $(VENV)/.app ## start the app; ARGS="…" is passed on, as in: make run ARGS="today"
	@$(BIN)/cxreset $(ARGS)

# Child processes of the tests may store bytecode, or each would compile the whole app at its start.
SUITE := env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest -n 2 --dist worksteal

test: $(VENV)/.dev ## run the suite, but for what is long by its nature
	$(SUITE) -m "not long" $(ARGS)

test-long: $(VENV)/.dev ## run the rest: whole walks, the real program in terminals, an installed wheel
	$(SUITE) -m long $(ARGS)

faults: $(VENV)/.dev ## the long proof of what docs/reliability.md promises (some minutes)
	CXRESET_FAULTS=long $(BIN)/python -m pytest -n 2 tests/faults $(ARGS)

check: $(VENV)/.dev ## format, lint, types, import contracts, house rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m scripts.style

format: $(VENV)/.dev ## mend format and simple lint
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

screenshot: $(VENV)/.dev ## make the README's pictures from the real app
	$(BIN)/python -m scripts.screenshot

bench: $(VENV)/.dev ## start-up ratios, then what opening each screen and typing cost (some minutes)
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python -m benchmarks.screens --steps screens,sheets,typing --again 20

docs: $(VENV)/.dev ## build the docs site in build/site
	$(BIN)/python -m scripts.docs_site

catalogue: $(VENV)/.dev ## find the program's words, bring every language up to date
	$(BIN)/python -m scripts.catalogue

zipapp: $(VENV)/.dev ## one file that runs where pip is not allowed: dist/cxreset.pyz
	PIP_CONSTRAINT=constraints.txt $(BIN)/shiv --quiet -e cxreset.cli:run -p "/usr/bin/env python3" -o dist/cxreset.pyz '.[pdf,web]'

clean: ## remove the environment and the caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "cxreset needs Python 3.11 or newer: make run PYTHON=python3.11"; exit 1; }
	@echo "First time here: making an environment in $(VENV) (about a minute) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.app: $(VENV)/bin/python pyproject.toml constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@$(BIN)/python -m compileall -q cxreset
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@$(BIN)/python -m compileall -q cxreset
	@touch $@ $(VENV)/.app
