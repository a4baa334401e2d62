from datetime import UTC, datetime, timedelta

import pytest

from coaching.domain.privacy import PrivacySettings
from coaching.domain.session import SessionId, TakeId
from coaching.domain.voicemail import VoicemailId
from coaching.errors import BadAudio, NotAllowed, NotFound
from coaching.services import reading
from coaching.services.coaching.sessions import open_session, put_on_playlist, read_session, write_down
from coaching.services.coaching.takes import keep_take, sound_of_take
from coaching.services.privacy.erasing import erase_person
from coaching.services.privacy.retention import keep_the_rules
from coaching.services.privacy.settings import change_privacy
from tests.world import Cast, Clock

LINE = "direct_line_given"
SAID = b"call me on my own line"


@pytest.fixture
def voicemail(cast: Cast, session: SessionId) -> VoicemailId:
    left = cast.leaves("hello")
    put_on_playlist(cast.services, cast.as_seen_by(cast.alice), session, [left])
    return left


@pytest.fixture
def take(cast: Cast, session: SessionId, voicemail: VoicemailId) -> TakeId:
    return keep_take(cast.services, cast.as_seen_by(cast.alice), session, cast.bob, voicemail, LINE, SAID)


def test_it_stays_with_the_session_and_is_no_voicemail(
    cast: Cast, session: SessionId, voicemail: VoicemailId, take: TakeId
) -> None:
    alice = cast.as_seen_by(cast.alice)
    (kept,) = read_session(cast.services, alice, session).takes
    assert (kept.id, kept.rep_name, kept.voicemail_id, kept.criterion_id) == (take, "Bob", voicemail, LINE)
    assert [line.voicemail.id for line in reading.list_voicemails(cast.services, alice)] == [voicemail]


@pytest.mark.parametrize(("who", "hears"), [("alice", True), ("bob", True), ("dana", True), ("charlie", False), ("erin", False)])
def test_it_is_heard_by_those_whom_the_session_concerns(cast: Cast, take: TakeId, who: str, hears: bool) -> None:
    viewer = cast.as_seen_by(getattr(cast, who))
    if hears:
        assert sound_of_take(cast.services, viewer, take) == SAID
    else:
        with pytest.raises(NotFound):
            sound_of_take(cast.services, viewer, take)


def test_in_a_group_a_rep_does_not_hear_what_another_said(cast: Cast, clock: Clock) -> None:
    dana, charlie = cast.as_seen_by(cast.dana), cast.as_seen_by(cast.charlie)
    group = open_session(cast.services, dana, "Both", [cast.bob, cast.charlie], clock())
    left = cast.leaves("hello")
    put_on_playlist(cast.services, dana, group, [left])
    bobs = keep_take(cast.services, dana, group, cast.bob, left, LINE, SAID)
    assert read_session(cast.services, charlie, group).takes == []
    with pytest.raises(NotFound):
        sound_of_take(cast.services, charlie, bobs)


def test_it_is_kept_by_whoever_holds_the_session(cast: Cast, session: SessionId, voicemail: VoicemailId) -> None:
    with pytest.raises(NotAllowed):
        keep_take(cast.services, cast.as_seen_by(cast.bob), session, cast.bob, voicemail, LINE, SAID)


def test_it_is_by_a_rep_of_the_session_about_a_voicemail_on_its_playlist(
    cast: Cast, session: SessionId, voicemail: VoicemailId
) -> None:
    alice, elsewhere = cast.as_seen_by(cast.alice), cast.leaves("not on the playlist")
    with pytest.raises(NotFound, match="rep of this session"):
        keep_take(cast.services, alice, session, cast.charlie, voicemail, LINE, SAID)
    with pytest.raises(NotFound, match="voicemail of this session"):
        keep_take(cast.services, alice, session, cast.bob, elsewhere, LINE, SAID)


def test_silence_is_no_take(cast: Cast, session: SessionId, voicemail: VoicemailId) -> None:
    with pytest.raises(BadAudio):
        keep_take(cast.services, cast.as_seen_by(cast.alice), session, cast.bob, voicemail, LINE, b"")


def test_its_sound_is_kept_by_the_daily_sweep_and_goes_on_the_day_that_sound_goes(cast: Cast, take: TakeId, clock: Clock) -> None:
    clock.at = datetime.now(UTC) + timedelta(days=5)
    keep_the_rules(cast.services)
    assert sound_of_take(cast.services, cast.as_seen_by(cast.bob), take) == SAID
    change_privacy(cast.services, cast.as_seen_by(cast.dana), cast.store, PrivacySettings(sound_days=3))
    keep_the_rules(cast.services)
    assert list(cast.services.blobs.kept()) == []


def test_it_goes_at_once_when_who_said_it_is_erased(cast: Cast, take: TakeId) -> None:
    erase_person(cast.services, cast.as_seen_by(cast.abe), cast.bob)
    assert list(cast.services.blobs.kept()) == []


def test_what_a_trainer_noted_loses_its_words_when_they_are_erased(cast: Cast, session: SessionId) -> None:
    write_down(cast.services, cast.as_seen_by(cast.alice), session, notes="Typed by Alice", next_on=None)
    erase_person(cast.services, cast.as_seen_by(cast.abe), cast.alice)
    page = read_session(cast.services, cast.as_seen_by(cast.bob), session)
    assert (page.session.notes, page.session.trainer_name) == ("(removed)", "")
