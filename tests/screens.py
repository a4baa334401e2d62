"""Pages as one of the cast sees them, run by Streamlit's own AppTest over real services."""

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from coaching.domain.people import PersonId
from coaching.storage.database import Database

PROJECT = Path(__file__).parents[1]
MAIN = PROJECT / "coaching" / "ui" / "main.py"
PAGES = sorted((PROJECT / "pages").glob("*.py"))


@pytest.fixture
def demo_home(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This process serves a demo from the test's own database and folder."""
    monkeypatch.setenv("COACHING_HOME", str(tmp_path))
    monkeypatch.setenv("COACHING_DATABASE_URL", database.engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("COACHING_DEMO", "1")


SAYING = ("title", "header", "subheader", "markdown", "caption", "error", "warning", "info", "success", "expander", "button")


class Screen:
    """One browser tab. person: None for nobody."""

    def __init__(self, person: PersonId | None) -> None:
        self.app = AppTest.from_file(str(MAIN), default_timeout=30)
        if person is not None:
            self.app.session_state["person_id"] = person
        self.app.run()

    def open(self, page: str, **query: str) -> "Screen":
        for name, value in query.items():
            self.app.query_params[name] = value
        self.app.switch_page(f"../../pages/{page}.py").run()
        return self

    def told(self, key: str) -> Any:
        """What a component of ours was given to draw."""
        for element in self.components():
            if element.proto.id.endswith(f"-{key}") or f"-{key}-" in element.proto.id:
                return json.loads(element.proto.json)
        raise AssertionError(f"there is no component {key!r} on the screen")

    def components(self) -> list[Any]:
        return list(self.app.get("bidi_component"))

    @property
    def text(self) -> str:
        """Every word on the screen, whatever shows it."""
        said = [str(getattr(element, "value", "")) + str(getattr(element, "label", "")) for element in self._elements()]
        return "\n".join([*said, *(element.proto.json for element in self.components())])

    def _elements(self) -> list[Any]:
        return [element for kind in SAYING for element in self.app.get(kind)]


@pytest.fixture
def screen(demo_home: None) -> type[Screen]:
    return Screen
