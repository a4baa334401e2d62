"""The sound of a voicemail: who may hear it, and in what form."""

import io
import wave
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from coaching.domain.people import PersonId
from coaching.domain.recording import SAMPLE_RATE
from coaching.domain.voicemail import VoicemailId
from coaching.services.receive import Upload, receive
from coaching.storage.tables import person
from coaching.ui import sound
from tests.world import Cast

TELEPHONE = Path(__file__).parents[1] / "audio" / "gsm.wav"  # a format that no browser plays


@pytest.fixture
def address(cast: Cast, demo_home: None) -> str:
    upload = Upload(TELEPHONE.name, TELEPHONE.read_bytes())
    return sound.of_voicemail(receive(cast.services, cast.as_seen_by(cast.bob), upload).voicemail_id)


def be(browser: TestClient, person: PersonId) -> None:
    browser.post("/demo/person", data={"person": person}, follow_redirects=False)


def test_nobody_hears_nothing(browser: TestClient, address: str) -> None:
    assert browser.get(address).status_code == 401


@pytest.mark.parametrize(("who", "hears"), [("bob", True), ("alice", True), ("dana", True), ("charlie", False), ("erin", False)])
def test_those_who_may_see_a_voicemail_may_hear_it(browser: TestClient, cast: Cast, address: str, who: str, hears: bool) -> None:
    be(browser, getattr(cast, who))
    assert browser.get(address).status_code == (200 if hears else 404)


def test_what_may_not_be_heard_looks_like_what_is_not_there(browser: TestClient, cast: Cast, address: str) -> None:
    be(browser, cast.charlie)
    hidden, missing = browser.get(address), browser.get(sound.of_voicemail(VoicemailId(424242)))
    assert hidden.text.replace(address.split("/")[2], "N") == missing.text.replace("424242", "N")


def test_a_telephone_format_comes_as_what_every_browser_plays(browser: TestClient, cast: Cast, address: str) -> None:
    be(browser, cast.bob)
    answer = browser.get(address)
    assert answer.headers["content-type"] == "audio/wav"
    assert answer.headers["cache-control"] == "private, no-store"
    with wave.open(io.BytesIO(answer.content)) as wav:
        assert (wav.getframerate(), wav.getnchannels(), wav.getsampwidth()) == (SAMPLE_RATE, 1, 2)
        assert wav.getnframes() / SAMPLE_RATE > 0.5


def test_a_player_can_ask_for_a_part(browser: TestClient, cast: Cast, address: str) -> None:
    be(browser, cast.bob)
    whole, part = browser.get(address).content, browser.get(address, headers={"range": "bytes=1000-1999"})
    assert (part.status_code, part.content) == (206, whole[1000:2000])


def test_a_file_that_is_no_recording_says_so(browser: TestClient, cast: Cast) -> None:
    broken = receive(cast.services, cast.as_seen_by(cast.bob), Upload("x.wav", b"not audio at all")).voicemail_id
    be(browser, cast.bob)
    answer = browser.get(sound.of_voicemail(broken))
    assert answer.status_code == 404
    assert "not an audio recording" in answer.text


def test_an_address_that_was_guessed_looks_like_what_is_not_there(browser: TestClient, cast: Cast, address: str) -> None:
    be(browser, cast.bob)
    number = address.split("/")[2]
    for mark in ("", "0" * 32, "é", address.split("/")[3] + "0"):
        guessed = f"/recordings/{number}/{mark}"
        assert browser.get(guessed).status_code == 404
    other = sound.of_voicemail(VoicemailId(int(number) + 1)).split("/")[3]
    assert browser.get(f"/recordings/{number}/{other}").status_code == 404


def test_who_has_left_hears_nothing_any_more(browser: TestClient, cast: Cast, address: str) -> None:
    be(browser, cast.bob)
    with cast.services.database.writing() as connection:
        connection.execute(person.update().where(person.c.id == cast.bob).values(active=False))
    assert browser.get(address).status_code == 401
