"""Every page for everybody, signed in for real: what is not theirs does not appear, in whatever form a page could show it."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from coaching import bootstrap
from coaching.accounts import tokens
from coaching.domain.assignment import Asked
from coaching.domain.comment import Passage
from coaching.domain.exemplar import Chosen
from coaching.domain.people import PersonId, Role
from coaching.services.coaching.assignments import give
from coaching.services.coaching.library import choose
from coaching.services.sign_in import COOKIE
from coaching.storage import people, sign_ins
from coaching.storage.tables import person
from coaching.ui import gate
from tests.pages.conftest import WorkerAtHand
from tests.screens import MAIN, PAGES
from tests.world import BOBS_LINE, Cast

Bring = Callable[[PersonId | None], None]
SECRET = "zebra crossing"
THEIRS = re.compile(rf"Denise|Okafor|{SECRET}|{BOBS_LINE}|\bBob\b|/recordings/\d")
STRANGERS = ("nobody", "charlie", "uma", "erin", "left")
EACH = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


@pytest.fixture
def visitors(cast: Cast, worker: WorkerAtHand) -> dict[str, PersonId | None]:
    """Charlie is a rep of another team, Uma trains it, Erin manages another store; who managed this one has left."""
    voicemail = cast.leaves(f"{SECRET} said in the message {BOBS_LINE}", lead=cast.denise, attempt=1)
    worker.works()
    number = Chosen("direct_line_given", Passage(1.6, 2.4), "Slow.", anonymous=True)  # everybody of the store may hear this much
    choose(cast.services, cast.as_seen_by(cast.alice), voicemail, number)
    tomorrow = cast.services.now().date() + timedelta(days=1)
    give(cast.services, cast.as_seen_by(cast.alice), [cast.bob], Asked(3, drill_id="say_the_number"), tomorrow, f"A {SECRET}")
    with cast.services.database.writing() as connection:
        uma = people.add_person(connection, "Uma", Role.TRAINER, store_id=cast.store, trains_teams=[cast.other_team])
        left = people.add_person(connection, "Lee", Role.MANAGER, store_id=cast.store, manages_stores=[cast.store])
        connection.execute(person.update().where(person.c.id == left).values(active=False))
    return {"nobody": None, "charlie": cast.charlie, "uma": uma, "erin": cast.erin, "left": left, "abe": cast.abe}


@pytest.fixture
def bring(cast: Cast, demo_home: None, monkeypatch: pytest.MonkeyPatch) -> Bring:
    """Lets the browser of the runs to come bring the cookie of that person's sign-in. AppTest itself knows no cookies."""
    monkeypatch.delenv("COACHING_DEMO")

    def brings(person_id: PersonId | None) -> None:
        token = tokens.fresh()
        if person_id is not None:
            with bootstrap.services().database.writing() as connection:
                sign_ins.add(connection, person_id, tokens.digest(token), bootstrap.services().now())
        monkeypatch.setattr(gate, "cookies", lambda: {COOKIE: token})

    return brings


def app_at(script: Path, cast: Cast) -> AppTest:
    app = AppTest.from_file(str(script), default_timeout=60)
    for name, value in (("voicemail", 1), ("lead", cast.denise), ("person", cast.bob), ("session", 1), ("team", cast.team)):
        app.query_params[name] = str(value)
    return app


def everything(app: AppTest) -> str:
    """All that was sent to the browser, with what stands in fields, tables, components and addresses."""
    return "\n".join(str(getattr(node, "proto", "")) for node in _nodes(app._tree))


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _nodes(child)


@EACH
def test_by_its_address_alone_it_shows_strangers_nothing(
    page: Path, cast: Cast, visitors: dict[str, PersonId | None], bring: Bring
) -> None:
    """As on a fresh server, if Streamlit ran the page without the entry script."""
    leaks = {}
    for who in STRANGERS:
        bring(visitors[who])
        shown = everything(app_at(page, cast).run())
        leaks |= {who: found} if (found := THEIRS.findall(shown)) else {}
    assert leaks == {}


@EACH
def test_after_signing_in_it_shows_strangers_nothing(
    page: Path, cast: Cast, visitors: dict[str, PersonId | None], bring: Bring
) -> None:
    leaks = {}
    for who in STRANGERS:
        bring(visitors[who])
        app = app_at(MAIN, cast).run()
        if str(page) in str(app._registered_pages):
            app = app.switch_page(f"../../pages/{page.name}").run()
        leaks |= {who: found} if (found := THEIRS.findall(everything(app))) else {}
    assert leaks == {}


def test_the_administrator_sees_all_of_it_by_the_same_way_of_looking(
    cast: Cast, visitors: dict[str, PersonId | None], bring: Bring
) -> None:
    """So that the tests above would see a leak."""
    bring(visitors["abe"])
    app = app_at(MAIN, cast).run()
    shown = "".join(
        everything(app.switch_page(f"../../pages/{page}.py").run())
        for page in ("scorecard", "lead", "person", "people", "assignments")
    )
    assert {SECRET, "Denise", "Okafor", BOBS_LINE, "Bob"} <= set(THEIRS.findall(shown))
    assert re.search(r"/recordings/\d", shown)


def test_whom_the_page_knows_changes_with_the_cookie(cast: Cast, visitors: dict[str, PersonId | None], bring: Bring) -> None:
    """A tab that gets its old session back after somebody else signed in is theirs alone."""
    bring(visitors["abe"])
    app = app_at(MAIN, cast).run()
    app.session_state["half_written"] = SECRET
    bring(visitors["charlie"])
    app.run()
    assert app.title[0].value == "Hello Charlie"
    assert "half_written" not in app.session_state


def test_a_forged_session_state_is_nobody(cast: Cast, visitors: dict[str, PersonId | None], bring: Bring) -> None:
    bring(None)
    app = app_at(MAIN, cast)
    app.session_state[gate.PERSON] = cast.abe
    assert app.run().title[0].value == "Voicemails that earn a call back"
