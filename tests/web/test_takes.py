"""The sound of what was said instead: who may hear it."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from coaching.services.coaching.sessions import open_session, put_on_playlist
from coaching.services.coaching.takes import keep_take
from coaching.ui import sound
from tests.web.test_recordings import TELEPHONE, be
from tests.world import Cast


@pytest.mark.parametrize(("who", "hears"), [("bob", True), ("alice", True), ("dana", True), ("charlie", False), ("erin", False)])
def test_a_take_is_heard_by_those_whom_its_session_concerns(browser: TestClient, cast: Cast, who: str, hears: bool) -> None:
    alice, services = cast.as_seen_by(cast.alice), cast.services
    session = open_session(services, alice, "Line", [cast.bob], services.now())
    voicemail = cast.leaves("hello")
    put_on_playlist(services, alice, session, [voicemail])
    said = Path(TELEPHONE).read_bytes()
    take = keep_take(services, alice, session, cast.bob, voicemail, "direct_line_given", said)
    address = sound.of_take(take)
    assert browser.get(address).status_code == 401
    be(browser, getattr(cast, who))
    assert browser.get(address).status_code == (200 if hears else 404)
    assert browser.get(f"/takes/{take}/{'0' * 32}").status_code == 404
