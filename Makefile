.PHONY: run test everything lint types bench
PYTHON ?= python

run:
	$(PYTHON) -m coaching demo

test:
	$(PYTHON) -m pytest

everything:
	$(PYTHON) -m pytest --everything --numprocesses auto --dist loadfile

lint:
	$(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check .

types:
	$(PYTHON) -m mypy

bench:
	$(PYTHON) -m benchmarks.judging eval/voicemails.jsonl eval/author_a.jsonl
	$(PYTHON) -m benchmarks.transcription --limit 4
