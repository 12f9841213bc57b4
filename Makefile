# Every target, with what it does: `make`.
# Settings of the product are CORRIDORS_* (README); a few targets take more, named beside them.

SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.NOTPARALLEL:
PY := .venv/bin/python
RUN_STAMP := .venv/.corridors-run
DEV_STAMP := .venv/.corridors-dev
BUNDLES := .cache/bundles.done
export PYTHONUNBUFFERED := 1

.PHONY: help run test check shots bench bench-large build lock image image-test clean

help: ## what each target does (this list)
	@echo "Corridors / Corredores. What each target does:"
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "  make %-11s %s\n", $$1, $$2}'

run: $(RUN_STAMP) $(BUNDLES) ## install what is needed into .venv (once) and serve http://127.0.0.1:8050
	@exec $(PY) app.py

test: $(DEV_STAMP) $(BUNDLES) ## every test, browsers included (TEST="tests/unit -k rates" for a part)
	@echo "== Browsers"
	@sh tools/browsers.sh
	@sh tools/test.sh $(TEST)

check: $(DEV_STAMP) ## lint, format, types, layers, dead code, Dockerfile, and the shipped data
	@sh tools/check.sh

shots: $(DEV_STAMP) $(BUNDLES) ## pictures of every page, language, theme and size into shots/ (PAGE=evidence LANG_=es THEME=dark SIZE=phone for a part)
	@sh tools/browsers.sh chromium
	@$(PY) -m tools.shots

bench: $(DEV_STAMP) $(BUNDLES) ## measure this product and its peers on the same work; writes docs/benchmarks.md
	@sh tools/browsers.sh chromium
	@$(PY) benchmarks/run.py

bench-large: $(DEV_STAMP) ## read 100 million synthetic trace records (some ten minutes, 3 GB of disk); writes its section of docs/benchmarks.md
	@$(PY) benchmarks/large.py

build: $(DEV_STAMP) ## make geodata/built again from the sources (byte-reproducible)
	@.venv/bin/corridors build

lock: $(DEV_STAMP) ## resolve the dependencies again into requirements/*.txt, with hashes
	@sh tools/lock.sh

image: ## build the container image corridors:local (docker, else podman)
	@sh tools/image.sh

image-test: ## build the image for real, run it hardened, and check health and a page in it
	@bash tools/image_test.sh

clean: ## remove what the other targets made (.venv, caches, shots)
	rm -rf .venv .cache shots .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage htmlcov requirements/wheels src/*.egg-info

$(RUN_STAMP): requirements/run.txt pyproject.toml tools/setup.sh
	@sh tools/setup.sh run

$(DEV_STAMP): requirements/dev.txt requirements/run.txt pyproject.toml tools/setup.sh
	@sh tools/setup.sh dev

# What the browser loads, compressed once and not at each request.
$(BUNDLES): $(RUN_STAMP) $(wildcard assets/*/*) $(wildcard geodata/built/web/*)
	@$(PY) -m corridors.web.bundles .cache/bundles
	@touch $(BUNDLES)
