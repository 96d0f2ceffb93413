# kijun: `make demo` judges an example record, `make test` runs all tests; both set up what they need.
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTHON ?= python3
CATALOGUES := $(wildcard src/kijun/web/locale/*/LC_MESSAGES/*.po src/kijun/web/*/locale/*/LC_MESSAGES/*.po)
# What keeps nothing in the database, or asks the same pages once more, runs on SQLite only.
ON_POSTGRES := --ignore=tests/web/library -k "not every_page or there"
# The packages of which every branch is covered, by their own tests: to watch lines run makes the rest of the suite slower.
CORE := src tests/accepted tests/criteria tests/framework tests/growth tests/judgement
COVERED := $(foreach each,criteria framework growth judgement,--cov=kijun.$(each))
EXAMPLE := src/kijun/examples/customer-service-hardware.yaml

.DEFAULT_GOAL := help

help: ## show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(VENV)/python:
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run: $(VENV)/python requirements/run.txt pyproject.toml
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/dev: $(VENV)/run requirements/dev.txt
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/words: $(VENV)/run $(CATALOGUES)
	$(BIN)/python requirements/compile_messages.py
	@touch $@

demo: $(VENV)/words ## set up, and judge a shipped example record
	$(BIN)/kijun judge $(EXAMPLE) --on 2026-04-01
	@echo
	@echo "What would be enough: $(BIN)/kijun plan $(EXAMPLE)"
	@echo "The passport:         $(BIN)/kijun report $(EXAMPLE) -o passport.pdf"
	@echo "In the browser:       $(BIN)/kijun serve --demo, then open http://127.0.0.1:8000"
	@echo "Everybody at once:    $(BIN)/kijun workforce sample --people 200 -o sample (each command names the next)"
	@echo "More: $(BIN)/kijun --help, or docs/tutorial/empty-file-to-passport.md"

browser: ## set up Debian's chromium for the tests of the report, where we may (root, apt-get)
	@if [ -x /usr/bin/chromium ] && [ -d /usr/share/fonts/opentype/noto ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null; \
	else echo "no chromium here: the tests that need a browser are skipped (or install it: apt-get install chromium fonts-noto-cjk)"; fi

database: ## set up Debian's PostgreSQL for the tests that start one of their own, where we may (root, apt-get)
	@if command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null; \
	else echo "no PostgreSQL here: the tests that need one are skipped (or install it: apt-get install postgresql)"; fi

java: ## set up Debian's Java for the tests that start Spark, where we may (root, apt-get)
	@if command -v java >/dev/null || [ -x "$$JAVA_HOME/bin/java" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless >/dev/null; \
	else echo "no Java here: the tests that start Spark are skipped (or install it: apt-get install openjdk-17-jre-headless)"; fi

test: $(VENV)/dev $(VENV)/words browser database java ## set up, and run all tests; those of the web application on PostgreSQL, too
	$(BIN)/pytest -n 2 $(CORE) $(COVERED) --cov-branch --cov-fail-under=100 --cov-report=term:skip-covered
	$(BIN)/pytest -n 2 --dist worksteal tests $(CORE:%=--ignore=%)
	KIJUN_TEST_DATABASE=postgres $(BIN)/pytest -n 2 tests/web -m django_db $(ON_POSTGRES)

check: format-check lint types test ## all that CI runs

format: $(VENV)/dev ## format the code
	$(BIN)/ruff format src tests bench docs requirements
	$(BIN)/ruff check --fix src tests bench docs requirements

format-check: $(VENV)/dev
	$(BIN)/ruff format --check src tests bench docs requirements

lint: $(VENV)/dev ## lint, and hold the import contracts
	$(BIN)/ruff check src tests bench docs requirements
	$(BIN)/lint-imports

types: $(VENV)/dev ## check the types
	$(BIN)/mypy

docs: $(VENV)/dev ## write the generated pages and the outputs in the docs again
	$(BIN)/python docs/generate.py

messages: $(VENV)/dev ## bring what the pages say into the Japanese catalogues, drop what they no longer say, and compile
	$(BIN)/python -m tests.web.messages

accept: $(VENV)/dev ## accept the present outputs as right; git diff is the review
	KIJUN_ACCEPT=1 $(BIN)/pytest -q tests/accepted

bench: $(VENV)/dev java ## measure, against a yardstick in the same run
	$(BIN)/python bench/judge_record.py
	$(BIN)/python bench/plan_record.py
	PYTHONPATH=. $(BIN)/python bench/read_document.py --text examples/documents/*.txt
	PYTHONPATH=. $(BIN)/python bench/serve_pages.py
	$(BIN)/python bench/workforce.py

mutation: $(VENV)/dev ## mutation testing of the judgement (long)
	$(BIN)/mutmut run

fuzz: $(VENV)/dev ## fuzz all that is read: records, additions, standards, overlays (long)
	$(BIN)/python -m tests.broken.fuzz --count 20000 --seed 1

fuzz-documents: $(VENV)/dev ## fuzz the documents that are read: text, web pages, Markdown, PDF, Word (long)
	$(BIN)/python -m tests.documents.fuzz --kind text --count 200000 --seed 1
	$(BIN)/python -m tests.documents.fuzz --kind html --count 20000 --seed 1
	$(BIN)/python -m tests.documents.fuzz --kind pdf --count 20000 --seed 1
	$(BIN)/python -m tests.documents.fuzz --kind docx --count 20000 --seed 1

kill: $(VENV)/dev $(VENV)/words ## kill the web application while people write, a hundred times (long)
	$(BIN)/python -m tests.web.killing --times 100 --seed 1

agreement: $(VENV)/dev java ## judge ten thousand people one by one and all at once, on DuckDB and on Spark, and compare (long)
	$(BIN)/python -m tests.population.agreement.agree --people 10000 --seed 1

kill-workforce: $(VENV)/dev ## stop the commands for everybody, fifty times each, at any moment (long)
	$(BIN)/python -m tests.population.faults.killing --times 50 --seed 1

release-database: $(VENV)/dev $(VENV)/words database ## write the filled database that this version leaves behind again
	$(BIN)/python -m tests.upgrades.release

api-fuzz: $(VENV)/words ## ask the API for whatever its document allows, and for what it does not (long)
	KIJUN_API_EXAMPLES=200 KIJUN_API_SEED=1 $(BIN)/pytest -q -n 2 tests/web/api/test_schema.py

growth-law: $(VENV)/dev ## look for a plan that is too small or too large (long)
	$(BIN)/python -m tests.laws.planning --pairs 100000 --seed 1

COMPILE := $(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --generate-hashes --no-emit-index-url \
	--no-emit-trusted-host --no-emit-find-links --no-annotate --no-header
LOCKED := pyproject.toml requirements/build.in

lock: $(VENV)/python ## lock the dependencies again, with hashes and without addresses
	$(PIP) install pip-tools
	$(COMPILE) --extra all -o requirements/run.txt $(LOCKED)
	$(COMPILE) --all-extras -o requirements/dev.txt $(LOCKED)

clean: ## remove everything that was made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage mutants
	find src -name '*.mo' -delete

.PHONY: help demo browser database java test check format format-check lint types docs messages accept bench mutation fuzz fuzz-documents kill agreement kill-workforce release-database growth-law lock clean
