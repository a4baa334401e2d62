"""Plain `pytest` runs what takes about a minute; `--everything` (and CI) adds real Whisper, the browser and PostgreSQL."""

import os

import pytest

pytest_plugins = ["tests.databases", "tests.world", "tests.screens", "tests.mail_at_hand"]

HEAVY = {"slow", "browser", "postgres"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--everything", action="store_true", help="also run the tests marked slow, browser and postgres")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--everything") or config.getoption("-m") or os.environ.get("CI"):
        return
    heavy = [item for item in items if any(marker.name in HEAVY for marker in item.iter_markers())]
    config.hook.pytest_deselected(items=heavy)
    items[:] = [item for item in items if item not in heavy]
