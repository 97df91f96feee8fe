# The two commands of this project are `make run` and `make test`; each sets itself up on a fresh machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

.PHONY: run test check bench lock fmt messages screenshots clean help

help: ## what each command does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/  /'

run: $(VENV)/.run ## start the program with sample data on http://127.0.0.1:8000
	@CHISO_MODE=embedded $(BIN)/chiso demo --port $(PORT)

test: $(VENV)/.dev ## pass the tests
	$(BIN)/python -m pytest -n auto

check: $(VENV)/.dev ## format, lint, types, import contracts, packs, docs, migrations, translations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports
	$(BIN)/chiso packs check
	$(BIN)/python -m django makemigrations --check --dry-run --settings tests.settings
	$(BIN)/python scripts/messages.py check
	$(BIN)/python -m pytest -q -n auto tests/architecture --doctest-modules src/chiso -p no:cacheprovider

bench: $(VENV)/.dev ## benchmarks, as ratios to the budgets in docs/benchmarks.md
	$(BIN)/python -m benchmarks

fmt: $(VENV)/.dev ## format and mend what can be mended by machine
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

messages: $(VENV)/.dev ## collect the texts of the interface for translation and compile them
	$(BIN)/python scripts/messages.py collect

screenshots: $(VENV)/.dev ## pictures of every page at both widths, light and dark, in var/screenshots
	CHISO_MODE=embedded $(BIN)/python scripts/screenshots.py

lock: ## pin every dependency with its hashes (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links pyproject.toml requirements/build.in -o requirements/run.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --group dev -c requirements/run.txt pyproject.toml requirements/build.in -o requirements/dev.txt

clean: ## remove the environment (never the data in var)
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python requirements/run.txt pyproject.toml
	@echo "Đang cài đặt (chỉ lần đầu) / Installing (first time only) …"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python scripts/messages.py compile
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
