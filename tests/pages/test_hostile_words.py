"""Names, notes and file names that hold markup are shown as what they are on every page, whoever writes the page."""

from datetime import date
from pathlib import Path

import pytest

from coaching.domain.assignment import Asked
from coaching.domain.attempt import AttemptKind
from coaching.domain.comment import Passage
from coaching.domain.exemplar import Chosen
from coaching.domain.people import Role
from coaching.domain.privacy import PrivacySettings
from coaching.domain.scorecard import ValueKind
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.services.coaching.assignments import give
from coaching.services.coaching.library import choose
from coaching.services.follow_up import noting, store_facts
from coaching.services.placing import Placement
from coaching.services.privacy.settings import change_privacy
from coaching.services.receive import Upload, receive
from coaching.storage import leads, people
from tests.pages.conftest import WorkerAtHand
from tests.screens import PAGES, Screen
from tests.world import BOBS_LINE, Cast, Clock

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    ":material/delete:",
    "$E=mc^2$",
    ":red[alarm]",
)
# What Streamlit reads as Markdown; choices and text fields show their options as they are.
MARKDOWN = ("title", "header", "subheader", "markdown", "caption", "error", "warning", "info", "success", "metric")
LABELS = ("expander", "button", "checkbox", "toggle", "radio")


def shown_as_markdown(screen: Screen) -> list[str]:
    values = [str(element.value) for kind in MARKDOWN for element in screen.app.get(kind) if hasattr(element, "value")]
    tables = [str(cell) for table in screen.app.table for row in table.value.values.tolist() for cell in row]
    return [*values, *tables, *(str(element.label) for kind in LABELS for element in screen.app.get(kind))]


def a_hostile_world(cast: Cast, clock: Clock, worker: WorkerAtHand) -> dict[str, str]:
    """Every place where somebody can type, filled; gives what stands in addresses."""
    typed = " ".join(HOSTILE)
    with cast.services.database.writing() as connection:
        eve = people.add_person(connection, typed, Role.REP, store_id=cast.store, team_id=cast.team, direct_line=BOBS_LINE)
        lead = leads.add(connection, cast.store, typed, rep_id=eve, facts={"vehicle": typed, "question": typed}, reference=typed)
    dana = cast.as_seen_by(cast.dana)
    upload = Upload(f"../../{typed}.wav", f"Hello {typed} {BOBS_LINE}".encode(), Placement(eve, lead, attempt=1))
    voicemail = receive(cast.services, cast.as_seen_by(eve), upload).voicemail_id
    worker.works()
    choose(cast.services, dana, voicemail, Chosen("text_invited", Passage(0.0, 2.0), typed))
    give(cast.services, dana, [eve], Asked(1, criterion_id="text_invited"), date(2024, 10, 9), typed)
    noting.note_attempt(cast.services, dana, lead, AttemptKind.EMAIL, clock(), note=typed)
    noting.note_facts(cast.services, dana, lead, {"note": typed, "greeting": typed})
    store_facts.add_store_fact(
        cast.services, dana, StoreFact(StoreFactId(0), cast.store, ValueKind.INCENTIVE, typed, date(2024, 1, 1))
    )
    change_privacy(cast.services, dana, cast.store, PrivacySettings(consent_note=typed))
    return {"voicemail": str(voicemail), "lead": str(lead), "person": str(eve)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_markup_that_somebody_typed_is_never_markup(
    page: Path, cast: Cast, clock: Clock, screen: type[Screen], worker: WorkerAtHand
) -> None:
    query = a_hostile_world(cast, clock, worker)
    seen = screen(cast.abe).open(page.stem, **query)
    assert not seen.app.exception
    assert [(payload, text) for text in shown_as_markdown(seen) for payload in HOSTILE if payload in text] == []
