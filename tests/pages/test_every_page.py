"""What holds for every page, also for those that will be written tomorrow."""

import ast
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coaching.ui.screens import SCREENS
from tests.screens import PAGES, PROJECT, Screen
from tests.world import Cast

NOT_YOURS = "This page is not for your role. Ask a manager of your store if you need it."
SECRET = "zebra crossing"
EACH = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def first_statement(page: Path) -> str:
    """After the docstring and the imports."""
    body = ast.parse(page.read_text(encoding="utf-8")).body
    own = [node for node in body if not isinstance(node, ast.Import | ast.ImportFrom)]
    if isinstance(own[0], ast.Expr) and isinstance(own[0].value, ast.Constant):
        own = own[1:]
    return ast.unparse(own[0])


def is_for(page: Path, cast: Cast, who: str) -> bool:
    return next(screen for screen in SCREENS if screen.name == page.stem).is_for(cast.as_seen_by(getattr(cast, who)))


def refused(page: Path, cast: Cast, who: str, **query: str) -> AppTest:
    """The page run by itself, past the menu that does not offer it."""
    app = AppTest.from_file(str(page), default_timeout=30)
    app.session_state["person_id"] = getattr(cast, who)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def leave_a_secret(cast: Cast) -> str:
    return str(cast.leaves(f"{SECRET} said in the message", lead=cast.denise, attempt=1))


@EACH
def test_it_begins_with_the_gate(page: Path) -> None:
    assert first_statement(page).removeprefix("viewer = ").startswith("gate.require(")


@EACH
def test_it_is_thin(page: Path) -> None:
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 50


@EACH
def test_nobody_sees_anything_of_it_even_where_it_runs_alone(page: Path, cast: Cast, demo_home: None) -> None:
    app = AppTest.from_file(str(page), default_timeout=30)
    app.query_params["voicemail"] = leave_a_secret(cast)
    app.run()
    assert [error.value for error in app.error] == ["Say who you are first: open the start page."]
    assert len(app.main) == 1


@EACH
def test_nobody_is_welcomed_whatever_address_they_come_by(page: Path, cast: Cast, screen: type[Screen]) -> None:
    nobody = screen(None)
    nobody.app.query_params["voicemail"] = leave_a_secret(cast)
    nobody.app.run()
    assert nobody.app.title[0].value == "Voicemails that earn a call back"
    assert SECRET not in nobody.text


@EACH
@pytest.mark.parametrize("who", ["bob", "alice", "dana", "abe"])
def test_it_works_for_those_who_may_see_it_and_is_closed_to_the_others(
    page: Path, who: str, cast: Cast, screen: type[Screen]
) -> None:
    voicemail = leave_a_secret(cast)
    if not is_for(page, cast, who):
        app = refused(page, cast, who, voicemail=voicemail)
        assert [error.value for error in app.error] == [NOT_YOURS]
        assert len(app.main) == 1
        return
    app = screen(getattr(cast, who)).open(page.stem, voicemail=voicemail).app
    assert not app.exception
    assert [error.value for error in app.error] == []


@EACH
@pytest.mark.postgres
@pytest.mark.parametrize("backend", ["postgresql"])
def test_it_works_on_postgresql_too(page: Path, cast: Cast, screen: type[Screen]) -> None:
    app = screen(cast.abe).open(page.stem, voicemail=leave_a_secret(cast)).app
    assert not app.exception
    assert [error.value for error in app.error] == []


@EACH
@pytest.mark.parametrize("who", ["charlie", "erin"])
def test_another_team_and_another_store_see_nothing_of_it(page: Path, who: str, cast: Cast, screen: type[Screen]) -> None:
    voicemail = leave_a_secret(cast)
    if not is_for(page, cast, who):
        assert len(refused(page, cast, who, voicemail=voicemail).main) == 1
        return
    stranger = screen(getattr(cast, who)).open(page.stem, voicemail=voicemail)
    assert not stranger.app.exception
    assert SECRET[:12] not in stranger.text
    assert "Denise" not in stranger.text


@EACH
def test_somebody_who_has_left_is_nobody(page: Path, cast: Cast, screen: type[Screen]) -> None:
    gone = screen(type(cast.bob)(424242))
    assert gone.app.title[0].value == "Voicemails that earn a call back"


@EACH
def test_it_is_in_the_table_of_screens(page: Path) -> None:
    assert page.stem in {screen.name for screen in SCREENS}


def test_the_entry_script_does_not_lie_beside_the_pages() -> None:
    assert not (PROJECT / "coaching" / "ui" / "pages").exists()
