# make demo | test | crawl need only Python >= 3.11 with venv, and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run-ready
DEV := $(VENV)/.dev-ready
PIP := $(BIN)/pip install --quiet --disable-pip-version-check

.PHONY: demo crawl test lint lock clean

demo: $(RUN)
	$(BIN)/scrapy demo

crawl: $(RUN)
	$(BIN)/scrapy crawlall

# Linters, types and import contracts alone: seconds.
lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: lint
	sh tests/install-system-packages.sh
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --fail-under=94

# The locked dependencies, checked by hash; installed again when the lock or the metadata changes. Compiled, as pip
# does with all but an editable package: where PYTHONDONTWRITEBYTECODE is set, each start would do it again.
$(RUN): requirements/run.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q kkt_crawler settings.py
	touch $@

$(DEV): requirements/dev.txt $(RUN)
	$(PIP) --require-hashes -r requirements/dev.txt
	touch $@

# After changing a dependency in pyproject.toml (needs uv).
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --extra postgresql pyproject.toml
lock:
	$(COMPILE) --group dev --output-file requirements/dev.txt
	$(COMPILE) --group run --constraint requirements/dev.txt --output-file requirements/run.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage* feeds/demo
