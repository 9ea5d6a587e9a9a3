# `make help` lists what there is. Every target sets itself up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
AUDITORS := .cache/auditors/.ready
TEXTLINT := .cache/prose/.ready
PAGE := .cache/page/.ready
UV_VERSION := 0.13.9

# One thread each: on a busy machine more are slower, and sums stay the same.
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1
export MKL_NUM_THREADS := 1
export MPLBACKEND := Agg
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Without byte code every import of torch takes twice as long.
unexport PYTHONDONTWRITEBYTECODE

# A CPU wheel in a local folder of wheels, else the CPU build from its index.
TORCH_FROM := $(if $(PIP_FIND_LINKS),--find-links $(PIP_FIND_LINKS),--torch-backend cpu)

.DEFAULT_GOAL := help
.PHONY: help setup serve browser site notebooks audit scripts slides test arithmetic arm check lint types unchanged record format bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv with everything in it

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@echo "setting up $(VENV) (once, under a minute)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet uv==$(UV_VERSION)
	@$(BIN)/uv pip install --quiet --python $(BIN)/python $(TORCH_FROM) \
	  --constraint constraints.txt --group dev --editable '.[slides,pptx,ocr,embeddings]'
	@touch $@

serve: $(READY) ## regenerate what is stale, build, serve with live reload
	@$(BIN)/python scripts/serve.py

browser: $(READY) ## find a browser that starts, or install one into .cache
	@$(BIN)/python scripts/install_browser.py

# What looks at the site has its browser before, so that the lecture is printed.
LOOKING := $(filter audit check test,$(MAKECMDGOALS))

site: $(READY) $(if $(LOOKING),browser) ## prove the pages and build into site/
	@$(BIN)/python scripts/build_site.py

notebooks: $(READY) ## open built notebooks in a bare environment, as a stranger would
	@$(BIN)/python scripts/check_notebooks.py

$(AUDITORS): tests/browser/auditors/package-lock.json | $(READY)
	@echo "installing axe-core and Lighthouse into .cache (once)"
	@$(BIN)/python scripts/install_auditors.py
	@touch $@

$(TEXTLINT): src/lecture_site/checks/prose/textlint/package-lock.json | $(READY)
	@echo "installing textlint into .cache (once)"
	@$(BIN)/python scripts/install_textlint.py
	@touch $@

$(PAGE): src/lecture_page/package-lock.json | $(READY)
	@echo "installing TypeScript and esbuild into .cache (once)"
	@$(BIN)/python scripts/build_page_scripts.py --packages
	@touch $@

audit: site $(AUDITORS) ## ask Lighthouse about every page: accessibility, best practices, SEO
	@$(BIN)/python scripts/audit_site.py

record: $(READY) ## record outputs, figures and numbers that were meant to change
	@$(BIN)/python scripts/build_site.py --record

scripts: $(READY) $(PAGE) ## bundle the scripts of the pages from their TypeScript
	@$(BIN)/python scripts/build_page_scripts.py

slides: $(READY) ## compile the deck, draw its pictures if it has changed
	@$(BIN)/python scripts/build_deck.py

# `make test ONLY=tests/agreement` tests that alone, against the site that is
# there; `make test SHARD=2/5` a fifth of everything, both without coverage.
ONLY ?=
SHARD ?=
TESTED := $(or $(ONLY),tests .cache/expanded README.md CONTRIBUTING.md)
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist loadscope --no-loadscope-reorder --codeblocks
# Whatever is watched takes twice as long: only the teaching code is, by its
# own tests, which must run every line of it. All others run unwatched.
CODE := $(if $(ONLY)$(SHARD),,tests/lecture_code)

test: $(if $(ONLY),$(READY),site $(AUDITORS) $(TEXTLINT) $(PAGE)) ## build the site, run every test and every code block of every page
	$(if $(CODE),@$(PYTEST) --cov=lecture_code $(CODE))
	@$(PYTEST) $(CODE:%=--ignore=%) $(if $(SHARD),--shard $(SHARD)) $(TESTED)

arithmetic: $(READY) ## make everything again as other processors compute
	@$(BIN)/python scripts/prove_arithmetic.py

check: lint types unchanged site notebooks audit test ## all that CI runs

lint: $(TEXTLINT) ## check style, the English, and the walls between packages and their wings
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/lint-imports --no-logo --cache-dir .cache/walls
	@$(BIN)/python scripts/check_prose.py

types: $(READY) $(PAGE) ## check types of the Python and of the pages' scripts
	@$(BIN)/mypy
	@$(BIN)/python scripts/build_page_scripts.py --types

unchanged: $(READY) $(PAGE) ## make again whatever is generated; fail on a difference
	@$(BIN)/python scripts/record_outputs.py --check
	@$(BIN)/python scripts/build_figures.py --check --all
	@$(BIN)/python scripts/measure.py --check
	@$(BIN)/python scripts/build_deck.py --check
	@$(BIN)/python scripts/build_page_scripts.py --check

arm: $(READY) ## run listings, measurements and tests on an emulated ARM processor, for hours
	@$(BIN)/python scripts/prove_on_arm.py

format: $(READY) ## format the code
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

# `make bench ONLY=no_change` runs one, `make bench LONG=1` also what takes
# an hour.
LONG ?=

bench: $(READY) ## measure how fast this is, beside other tools
	@$(BIN)/python benchmarks/bench.py $(if $(LONG),--long) $(ONLY)

clean: ## delete what can be made again
	rm -rf $(VENV) .cache site docs/verified.json
