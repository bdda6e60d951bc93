# make run   - make the virtual environment if need be and open the app
# make check - lint, and the tests that need neither TensorFlow nor Ray nor a browser
# make test  - lint and all tests
# make lint  - only the linter, the formatter's check and the types

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AXE := tests/browser/node_modules

.PHONY: run check test lint clean

run: $(VENV)/.installed
	$(BIN)/streamlit run app.py

# In the order of the files: the browser's come first, so that the last ones are short. Three at a
# time on two cores: a test with a browser mostly waits.
PYTEST = $(BIN)/python -m pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder

check: lint
	$(PYTEST) -m "not slow and not browser"

test: $(AXE)/.installed lint
	$(PYTEST)

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/.installed: requirements.txt
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed, this is ' + sys.version.split()[0])"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement requirements.txt
	touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	touch $@

# axe-core, for one browser test; without npm or a registry that test is skipped and says so.
$(AXE)/.installed: tests/browser/package.json
	@npm install --prefix tests/browser --no-package-lock --ignore-scripts --no-audit --no-fund --silent \
		&& touch $@ || echo "npm could not install axe-core: its test will be skipped"

clean:
	rm -rf $(VENV) $(AXE)
