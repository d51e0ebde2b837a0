# Fundstelle. `make demo` and `make test` are all a newcomer needs; both may be repeated at no cost.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= .fundstelle
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --constraint requirements.lock

.DEFAULT_GOAL := help
.PHONY: help demo serve test lint format bench eval baseline clean

help:  ## list what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

demo: $(VENV)/installed  ## install, index the demo articles, answer two questions
	@$(BIN)/fundstelle index corpus --data $(DATA)
	@echo; echo '> Wie viel Benzin und Diesel hat Belarus an Russland geliefert?'
	@$(BIN)/fundstelle ask 'Wie viel Benzin und Diesel hat Belarus an Russland geliefert?' --data $(DATA)
	@echo; echo '> How many containers of munitions did North Korea send to Russia, according to Matthew Miller?'
	@$(BIN)/fundstelle ask 'How many containers of munitions did North Korea send to Russia, according to Matthew Miller?' --data $(DATA)
	@echo; echo 'Chat and API: make serve, then open http://127.0.0.1:8000'
	@echo 'Your own articles: $(BIN)/fundstelle index PATH'

serve: $(VENV)/installed  ## start the chat and the API on http://127.0.0.1:8000
	@$(BIN)/fundstelle index corpus --data $(DATA)
	@$(BIN)/fundstelle serve --data $(DATA)

test: $(VENV)/installed-test  ## install what the tests need and run them (AGAIN=1: even if nothing has changed)
	@sh tests/run.sh $(BIN)/python

lint: $(VENV)/installed-lint  ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/installed-lint  ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: $(VENV)/installed  ## measure retrieval, answers, citations and refusals on the demo articles
	@$(BIN)/fundstelle index corpus --data $(DATA)
	@$(BIN)/fundstelle eval --data $(DATA)

baseline: $(VENV)/installed  ## write the figures that the tests compare the demo articles with
	@$(BIN)/fundstelle index corpus --data .cache/baseline
	@$(BIN)/fundstelle eval --data .cache/baseline --save-baseline eval/results/corpus --record eval/results

bench: $(VENV)/installed-test  ## measure speed against alternatives
	@$(BIN)/python -m bench

clean:  ## remove everything that was installed or built
	rm -rf $(VENV) $(DATA) .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info

# Each stamp is newer than what it was made from; a changed requirement installs again, nothing else does.
$(VENV)/installed: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed: make demo PYTHON=/path/to/python3.11'; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo 'Installing (once; some minutes) ...'
	@$(PIP_INSTALL) --editable .
	@touch $@

$(VENV)/installed-test: $(VENV)/installed
	@$(PIP_INSTALL) --editable '.[test,train]'
	@touch $@

$(VENV)/installed-lint: $(VENV)/installed
	@$(PIP_INSTALL) --editable '.[lint,test,train]'
	@touch $@
