# The one list of commands, for people and for CI.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do command -v $$p && break; done | head -n 1)
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

# The demo keeps its own database and originals, whatever .env says.
DEMO := DEBUG=true ALLOWED_HOSTS=127.0.0.1,localhost DATABASE_URL=sqlite:///var/demo.sqlite3 ORIGINALS_DIR=var/demo-originals

.PHONY: help demo password test quick format bench fuzz lock

help:  ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(VENV)/.installed  ## set up all, take in the seed texts, serve on 127.0.0.1:8000
	@mkdir -p var
	@$(DEMO) $(BIN)/python manage.py migrate --verbosity 0
	@$(DEMO) $(BIN)/python manage.py ingest fixtures/seeds
	@$(DEMO) $(BIN)/python manage.py create_demo_curator
	@$(DEMO) $(BIN)/python manage.py runserver --noreload 127.0.0.1:$(PORT)

password: $(VENV)/.installed  ## give the demo's curator a new password
	@$(DEMO) $(BIN)/python manage.py create_demo_curator --new-password

test: $(VENV)/.installed-dev  ## lint, types, migrations, deploy check, the suite on SQLite and PostgreSQL
	@$(BIN)/python tests/check.py

quick: $(VENV)/.installed-dev  ## the suite on SQLite, without the browser
	@$(BIN)/python -m pytest -m "not browser"

format: $(VENV)/.installed-dev  ## format code and templates
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix . && $(BIN)/djade $$(git ls-files 'templates/*.html')

bench: $(VENV)/.installed-dev  ## measure speed (figures, no verdicts)
	@$(BIN)/python bench/run.py

fuzz: $(VENV)/.installed-dev  ## 10,000 broken sources of every format, 5,000 searches and addresses (FORMAT=, SEED=, COUNT=, ONLY=)
	@$(BIN)/python -m tests.fuzz.run $(if $(FORMAT),--format "$(FORMAT)") $(if $(SEED),--seed $(SEED)) $(if $(COUNT),--count $(COUNT)) $(if $(ONLY),--only $(ONLY))

lock: $(VENV)/.installed-dev  ## pin requirements.in and requirements-dev.in again, with hashes
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links requirements.in -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links requirements-dev.in -o requirements-dev.txt

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Chancery needs Python 3.11, 3.12 or 3.13: install one, or name it: make demo PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { echo "Chancery needs Python 3.11, 3.12 or 3.13; $(PYTHON) is another: make demo PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "No virtual environment could be made. On Debian: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	@echo "Installing the packages of requirements.txt into $(VENV) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing the packages of requirements-dev.txt into $(VENV) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/.installed
