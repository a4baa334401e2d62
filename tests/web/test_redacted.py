"""The copy without names and numbers: who gets it, and that its address cannot be guessed either."""

import io
import zipfile

import pytest
from starlette.testclient import TestClient

from coaching.ui import sound
from tests.aloud import left_aloud
from tests.web.test_recordings import be
from tests.world import Cast


@pytest.fixture
def address(cast: Cast, demo_home: None) -> str:
    return sound.redacted(left_aloud(cast))


@pytest.mark.parametrize(("who", "gets"), [("alice", 200), ("dana", 200), ("bob", 403), ("charlie", 403), ("erin", 404)])
def test_those_who_may_take_something_outside_get_it(browser: TestClient, cast: Cast, address: str, who: str, gets: int) -> None:
    be(browser, getattr(cast, who))
    assert [browser.get(at).status_code for at in (address, f"{address}/archive")] == [gets, gets]


def test_nobody_gets_nothing(browser: TestClient, address: str) -> None:
    assert [browser.get(at).status_code for at in (address, f"{address}/archive")] == [401, 401]


def test_it_plays_in_parts_and_is_taken_away_whole(browser: TestClient, cast: Cast, address: str) -> None:
    be(browser, cast.alice)
    whole, part = browser.get(address), browser.get(address, headers={"range": "bytes=100-199"})
    assert whole.headers["content-type"] == "audio/mpeg"
    assert (part.status_code, part.content) == (206, whole.content[100:200])
    with zipfile.ZipFile(io.BytesIO(browser.get(f"{address}/archive").content)) as archive:
        assert archive.read("sound.mp3") == whole.content


def test_an_address_that_was_guessed_looks_like_what_is_not_there(browser: TestClient, cast: Cast, address: str) -> None:
    be(browser, cast.alice)
    place, mark = address.rsplit("/", 1)
    other = place.replace("/redacted/", "/recordings/")
    for guessed in (f"{place}/{'0' * 32}", f"{place}/{'0' * 32}/archive", f"{other}/{mark}"):
        assert browser.get(guessed).status_code == 404
