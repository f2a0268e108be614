# Two commands do everything: `make map` and `make test`. `make help` lists the others.

.DEFAULT_GOAL := help
.PHONY: help map test test-browsers lint chromium headless-shell other-browsers docs docs-site preview screens notebook bench bench-map bench-review bench-pictures events weights accuracy fuzz fuzz-long kill-test check-wheel check-lowest clean
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
# The first of these that is Python 3.11 or newer and can make environments; or name one: make map PYTHON=...
PYTHON ?=
PYTHONS := $(or $(PYTHON),python3 python3.11 python3.12 python3.13 python3.14 python)
CHROMIUMS := chromium chromium-browser google-chrome
# Program and the Debian package that it comes with, for make test-browsers.
OTHER_BROWSERS := firefox-esr:firefox-esr WebKitWebDriver:webkit2gtk-driver xvfb-run:xvfb node:nodejs npm:npm

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export DEBIAN_FRONTEND := noninteractive
# The last would have every process of the tests compile the whole package anew.
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV PYTHONDONTWRITEBYTECODE

# Install the packages in the shell's variable `missing`, or say what needs them and how it is done.
define install-missing
if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then apt-get update && apt-get install -y $$missing; \
elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then sudo -n sh -c "apt-get update && apt-get install -y $$missing"; \
else \
    echo "$(1) Install it once, then try again:" >&2; \
    echo "    sudo sh -c 'apt-get update && apt-get install -y $$missing'" >&2; \
    exit 1; \
fi
endef

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

map: $(VENV)/installed  ## Build the map from the shipped articles into maps/
	$(BIN)/factorymap build -o maps

test: lint headless-shell  ## Check style and types, run all tests, in two processes more than there are cores, at most four
	$(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal

test-browsers: map other-browsers  ## A shorter round of maps/map.html in Firefox and WebKit; needs npm
	npm install --prefix tests/browsers --ignore-scripts --no-package-lock --no-audit --no-fund --silent
	xvfb-run -a -s '-screen 0 1400x1000x24' node --test-reporter=spec tests/browsers/round.mjs maps/map.html

lint: $(VENV)/installed-test  ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/made:
	@for python in $(PYTHONS) ''; do \
	    "$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	done; \
	if [ -z "$$python" ]; then \
	    echo 'No Python 3.11 or newer with the modules venv and ensurepip was found among: $(PYTHONS).' >&2; \
	    echo 'Install one (on Debian the packages python3 and python3-venv), or name yours: make map PYTHON=/path/to/python3' >&2; \
	    exit 1; \
	fi; \
	echo "Preparing $(VENV) with $$("$$python" --version)"; \
	"$$python" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	@touch $@

$(VENV)/installed: pyproject.toml | $(VENV)/made
	$(BIN)/python -m pip install --quiet --editable '.[gis]'
	@touch $@

# In one go what the target above installs, too. Of 13,000 modules those are compiled that tests import.
$(VENV)/installed-test: pyproject.toml | $(VENV)/made
	$(BIN)/python -m pip install --quiet --no-compile --editable '.[test]'
	@touch $(VENV)/installed $@

$(VENV)/installed-bench: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	@touch $@

chromium:
	@for browser in $$FACTORYMAP_CHROMIUM $(CHROMIUMS); do \
	    command -v "$$browser" >/dev/null && exit 0; \
	done; \
	missing='chromium fonts-noto-cjk'; \
	$(call install-missing,The browser tests need Chromium.)

# The same engine, in which pages open in two thirds of the time; where it is no package, tests do without it.
headless-shell: chromium
	@[ -n "$$FACTORYMAP_CHROMIUM" ] || command -v chromium-headless-shell >/dev/null || [ "$$(id -u)" != 0 ] || \
	    ! apt-cache show chromium-headless-shell >/dev/null 2>&1 || \
	    apt-get install -y -q chromium-headless-shell >/dev/null 2>&1 || true

other-browsers:
	@missing=''; \
	for pair in $(OTHER_BROWSERS); do \
	    command -v "$${pair%%:*}" >/dev/null || missing="$$missing $${pair##*:}"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	$(call install-missing,This round needs Firefox and WebKit with Node.js.)

docs: $(VENV)/installed  ## Write docs/cli.md from the commands' help
	$(BIN)/python docs/make_cli.py

docs-site: $(VENV)/installed-test  ## Build the pages of docs/ as a site, into site/
	$(BIN)/mkdocs build --quiet
	@echo site/index.html

preview: $(VENV)/installed-test chromium map  ## Take maps/preview.png, at the head of the README, and draw docs/picture.svg
	$(BIN)/python docs/make_preview.py maps/map.html maps/preview.png
	$(BIN)/factorymap build -o build/print --picture svg
	cp build/print/map.svg docs/picture.svg

screens: $(VENV)/installed-test chromium map  ## Take the pictures of the pages in docs/screens
	$(BIN)/python docs/make_pictures.py maps/map.html docs/screens
	$(BIN)/python docs/make_review_picture.py docs/screens

notebook: $(VENV)/installed-test  ## Execute examples/analysis.ipynb anew
	$(BIN)/python docs/make_notebook.py

bench: $(VENV)/installed  ## Measure how fast articles are read and the map is built
	$(BIN)/python -m benchmark speed

events: $(VENV)/installed  ## Measure events on the annotated texts, merging, statements of real pages
	$(BIN)/python -m benchmark events $(OPTIONS)

weights: $(VENV)/installed-test  ## Train what decides on events, into data/weights.csv
	$(BIN)/python -m benchmark training $(OPTIONS)

bench-map: $(VENV)/installed-test chromium  ## Measure the map page beside plain folium, into docs/map-speed.md; needs npm
	$(BIN)/python -m benchmark map --markdown docs/map-speed.md $(OPTIONS)

bench-review: $(VENV)/installed-test chromium  ## Measure the review page with a thousand items, into docs/review-speed.md
	$(BIN)/python -m benchmark review --markdown docs/review-speed.md $(OPTIONS)

bench-pictures: $(VENV)/installed-test  ## Measure how long each picture for print takes and how large it is
	$(BIN)/python -m benchmark pictures

accuracy: $(VENV)/installed-bench  ## Measure how right places are beside other systems, into docs/accuracy.md
	$(BIN)/python -m benchmark accuracy --markdown docs/accuracy.md $(OPTIONS)

fuzz: $(VENV)/installed-test  ## Long: a coverage-guided fuzzer on names, dates, events and files; SECONDS=600
	$(BIN)/python -m pip install --quiet --editable '.[fuzz]'
	$(BIN)/python -m tests.fuzz --seconds $(or $(SECONDS),600)

fuzz-long: $(VENV)/installed-test  ## Long: 11 million made names, dates, texts, events and files at full speed; OPTIONS='--times 0.1'
	$(BIN)/python -m tests.fuzz.long $(OPTIONS)

kill-test: $(VENV)/installed-test  ## Long: kill 300 builds as they write, and 60 review pages as decisions come in, and look for losses
	$(BIN)/python -m tests.killing $(OPTIONS)
	$(BIN)/python -m tests.desk.killing

check-wheel: $(VENV)/installed-test  ## Long: install the wheel with its dependencies elsewhere and build a map there
	rm -rf dist build/stranger
	$(BIN)/python -m build --no-isolation
	$(BIN)/python -m venv build/stranger
	build/stranger/bin/python -m pip install --quiet dist/*.whl
	cd build/stranger && bin/factorymap build -o maps

check-lowest: $(VENV)/installed-test  ## Long: the main jobs with the lowest versions that pyproject.toml allows
	rm -rf build/lowest
	$(BIN)/python -m venv build/lowest
	$(BIN)/python -m uv pip install --quiet --resolution lowest-direct --python build/lowest/bin/python \
	    '.[dask,documents,fetch,formats,gis,pictures,report,review,zstd]'
	build/lowest/bin/python -m tests.lowest build/lowest/out

clean:  ## Remove the environment, caches and generated pages
	rm -rf $(VENV) build dist site .mypy_cache .pytest_cache .ruff_cache .hypothesis
	rm -f maps/*.html maps/run.json maps/mentions.csv maps/review.csv
