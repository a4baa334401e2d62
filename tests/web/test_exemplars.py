"""The sound of an exemplar: who may hear it, and that it leads to nothing more."""

import pytest
from starlette.testclient import TestClient

from coaching.domain.comment import Passage
from coaching.domain.exemplar import Chosen, ExemplarId
from coaching.services.coaching.library import choose, keep_out
from coaching.ui import sound
from tests.aloud import left_aloud
from tests.web.test_recordings import be
from tests.world import Cast


@pytest.fixture
def exemplar(cast: Cast) -> ExemplarId:
    chosen = Chosen("text_invited", Passage(2.4, 3.6), "Good.")
    return choose(cast.services, cast.as_seen_by(cast.alice), left_aloud(cast), chosen)


def test_everybody_of_the_store_hears_the_passage_and_nobody_else(browser: TestClient, cast: Cast, exemplar: ExemplarId) -> None:
    address = sound.of_exemplar(exemplar)
    assert browser.get(address).status_code == 401
    heard = {}
    for who in ("bob", "charlie", "alice", "dana", "abe", "erin"):
        be(browser, getattr(cast, who))
        heard[who] = browser.get(address).status_code
    assert heard == {"bob": 200, "charlie": 200, "alice": 200, "dana": 200, "abe": 200, "erin": 404}


def test_its_address_cannot_be_guessed_nor_lead_to_the_rest(browser: TestClient, cast: Cast, exemplar: ExemplarId) -> None:
    be(browser, cast.charlie)
    mark = sound.of_exemplar(exemplar).rpartition("/")[2]
    assert browser.get(f"/exemplars/{exemplar}/{'0' * 32}").status_code == 404
    assert browser.get(f"/recordings/1/{mark}").status_code == 404
    part = browser.get(sound.of_exemplar(exemplar), headers={"range": "bytes=0-99"})
    assert (part.status_code, part.headers["cache-control"]) == (206, "private, no-store")


def test_it_is_silent_at_once_when_its_rep_does_not_want_to_be_heard(
    browser: TestClient, cast: Cast, exemplar: ExemplarId
) -> None:
    be(browser, cast.charlie)
    assert browser.get(sound.of_exemplar(exemplar)).status_code == 200
    keep_out(cast.services, cast.as_seen_by(cast.bob))
    assert browser.get(sound.of_exemplar(exemplar)).status_code == 404
