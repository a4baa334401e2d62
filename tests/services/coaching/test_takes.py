from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from coaching.domain.people import PersonId
from coaching.domain.privacy import PrivacySettings
from coaching.domain.scorecard import Outcome, Scorecard
from coaching.domain.session import SessionId, TakeId, TakeVerdict
from coaching.domain.voicemail import Stage, VoicemailId
from coaching.errors import BadAudio, NotAllowed, NotFound
from coaching.services import reading
from coaching.services.coaching.judging_takes import verdict_on
from coaching.services.coaching.sessions import open_session, put_on_playlist, read_session, write_down
from coaching.services.coaching.takes import is_waiting, judge_take_again, keep_take, sound_of_take
from coaching.services.privacy.erasing import erase_lead, erase_person
from coaching.services.privacy.retention import keep_the_rules
from coaching.services.privacy.settings import change_privacy
from coaching.storage.tables import metadata
from tests.services.coaching.conftest import Works
from tests.stand_ins import MUMBLED, NOT_AUDIO
from tests.world import BOBS_LINE, Cast, Clock

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


def verdict(cast: Cast, session: SessionId, who: str = "alice") -> TakeVerdict | None:
    (kept,) = read_session(cast.services, cast.as_seen_by(getattr(cast, who)), session).takes
    return kept.verdict


def say(cast: Cast, session: SessionId, voicemail: VoicemailId, words: str, rep: PersonId | None = None) -> TakeId:
    viewer = cast.as_seen_by(cast.dana)
    return keep_take(cast.services, viewer, session, rep or cast.bob, voicemail, LINE, words.encode())


def test_it_is_heard_and_held_against_its_criterion_alone(
    cast: Cast, session: SessionId, voicemail: VoicemailId, works: Works
) -> None:
    say(cast, session, voicemail, f"call me at {BOBS_LINE}")
    assert is_waiting(cast.services, cast.as_seen_by(cast.alice), session)
    works()
    assert not is_waiting(cast.services, cast.as_seen_by(cast.alice), session)
    found = TakeVerdict(f"call me at {BOBS_LINE}", Outcome.MET, BOBS_LINE, "The direct line.")
    assert [verdict(cast, session, who) for who in ("alice", "bob", "dana", "abe")] == [found] * 4


@pytest.mark.parametrize(
    ("words", "outcome", "quote"), [("no number", Outcome.NOT_MET, ""), (f"my line {MUMBLED}", Outcome.UNSURE, MUMBLED)]
)
def test_what_is_missed_and_what_was_heard_badly_is_said_so(
    cast: Cast, session: SessionId, voicemail: VoicemailId, works: Works, words: str, outcome: Outcome, quote: str
) -> None:
    say(cast, session, voicemail, words)
    works()
    told = verdict(cast, session)
    assert told is not None
    assert (told.text, told.outcome, told.quote) == (words, outcome, quote)


def test_in_a_group_it_is_the_line_of_who_answers_that_counts(cast: Cast, clock: Clock, works: Works) -> None:
    dana = cast.as_seen_by(cast.dana)
    group = open_session(cast.services, dana, "Both", [cast.bob, cast.charlie], clock())
    left = cast.leaves("hello")
    put_on_playlist(cast.services, dana, group, [left])
    say(cast, group, left, f"call me at {BOBS_LINE}", cast.charlie)
    works()
    told = verdict(cast, group, "charlie")
    assert told is not None
    assert told.outcome is Outcome.NOT_MET
    assert read_session(cast.services, cast.as_seen_by(cast.bob), group).takes == []


def test_its_verdict_changes_nothing_that_is_listed_counted_or_reported(
    cast: Cast, session: SessionId, voicemail: VoicemailId, works: Works
) -> None:
    apart = {"take", "take_verdict", "job", "audit_entry"}
    works()

    def everything() -> dict[str, list[object]]:
        with cast.services.database.reading() as connection:
            tables = [table for table in metadata.sorted_tables if table.name not in apart]
            return {table.name: [tuple(row) for row in connection.execute(select(table))] for table in tables}

    before = everything()
    say(cast, session, voicemail, f"call me at {BOBS_LINE}")
    works()
    assert verdict(cast, session)
    assert everything() == before


def test_several_takes_about_one_voicemail_are_each_judged_and_leave_its_own_verdict_alone(
    cast: Cast, session: SessionId, voicemail: VoicemailId, works: Works
) -> None:
    works()
    for words in ("no number", f"call me at {BOBS_LINE}"):
        say(cast, session, voicemail, words)
    works()
    takes = read_session(cast.services, cast.as_seen_by(cast.alice), session).takes
    assert [one.verdict.outcome for one in takes if one.verdict] == [Outcome.MET, Outcome.NOT_MET]
    line = reading.read(cast.services, cast.as_seen_by(cast.alice), voicemail).listed
    assert (line.progress.stage, line.outcomes[LINE]) == (Stage.JUDGED, Outcome.NOT_MET)


def test_what_cannot_be_heard_says_why(cast: Cast, session: SessionId, voicemail: VoicemailId, works: Works) -> None:
    say(cast, session, voicemail, NOT_AUDIO)
    works()
    (kept,) = read_session(cast.services, cast.as_seen_by(cast.alice), session).takes
    assert (kept.verdict, kept.is_waiting) == (None, False)
    assert kept.failed


def test_what_failed_is_tried_again_by_whoever_coaches(
    cast: Cast, session: SessionId, voicemail: VoicemailId, works: Works
) -> None:
    alice, bob = cast.as_seen_by(cast.alice), cast.as_seen_by(cast.bob)
    say(cast, session, voicemail, NOT_AUDIO)
    works()
    (failed,) = read_session(cast.services, alice, session).takes
    assert failed.may_retry
    with pytest.raises(NotAllowed):
        judge_take_again(cast.services, bob, failed.id)
    judge_take_again(cast.services, alice, failed.id)
    assert is_waiting(cast.services, alice, session)
    works()
    assert not is_waiting(cast.services, alice, session)


def test_what_was_judged_is_not_judged_again(cast: Cast, session: SessionId, voicemail: VoicemailId, works: Works) -> None:
    alice = cast.as_seen_by(cast.alice)
    say(cast, session, voicemail, f"call me at {BOBS_LINE}")
    works()
    (judged,) = read_session(cast.services, alice, session).takes
    assert not judged.may_retry
    judge_take_again(cast.services, alice, judged.id)
    assert not is_waiting(cast.services, alice, session)


def test_it_is_about_a_criterion_that_there_is(cast: Cast, session: SessionId, voicemail: VoicemailId) -> None:
    with pytest.raises(NotFound, match="criterion"):
        keep_take(cast.services, cast.as_seen_by(cast.alice), session, cast.bob, voicemail, "smiled", SAID)


def test_a_verdict_on_what_the_profile_leaves_out_does_not_apply() -> None:
    nothing = Scorecard("1", "short", (), (), {}, {})
    assert verdict_on(nothing, LINE, "hello") == TakeVerdict("hello", Outcome.NOT_APPLICABLE, "", "")


def test_its_words_go_on_the_day_that_words_go_and_its_sound_stays(
    cast: Cast, session: SessionId, voicemail: VoicemailId, works: Works, clock: Clock
) -> None:
    say(cast, session, voicemail, f"call me at {BOBS_LINE}")
    works()
    change_privacy(cast.services, cast.as_seen_by(cast.dana), cast.store, PrivacySettings(words_days=3))
    keep_the_rules(cast.services)
    assert verdict(cast, session)
    clock.wait(4 * 86_400)
    assert keep_the_rules(cast.services).takes == 1
    assert verdict(cast, session) is None


@pytest.mark.parametrize("rule", ["sound_days", "words_days"])
def test_its_words_are_in_no_file_when_they_went(
    cast: Cast, session: SessionId, voicemail: VoicemailId, works: Works, clock: Clock, tmp_path: Path, rule: str
) -> None:
    """Also on a day on which nothing else goes."""
    change_privacy(cast.services, cast.as_seen_by(cast.dana), cast.store, PrivacySettings(**{rule: 3}))
    clock.wait(4 * 86_400)
    say(cast, session, voicemail, "a quokka in the glovebox")
    works()
    assert keep_the_rules(cast.services).takes == 0
    clock.wait(4 * 86_400)
    assert keep_the_rules(cast.services).takes == 1
    assert not [path for path in tmp_path.glob("coaching.db*") if b"quokka" in path.read_bytes()]


def test_a_name_that_was_erased_is_masked_in_what_was_heard(
    cast: Cast, session: SessionId, voicemail: VoicemailId, works: Works
) -> None:
    say(cast, session, voicemail, "like Denise Okafor told me")
    works()
    erase_lead(cast.services, cast.as_seen_by(cast.dana), cast.denise)
    told = verdict(cast, session)
    assert told is not None
    assert "Okafor" not in told.text


def test_what_a_trainer_noted_loses_its_words_when_they_are_erased(cast: Cast, session: SessionId) -> None:
    write_down(cast.services, cast.as_seen_by(cast.alice), session, notes="Typed by Alice", next_on=None)
    erase_person(cast.services, cast.as_seen_by(cast.abe), cast.alice)
    page = read_session(cast.services, cast.as_seen_by(cast.bob), session)
    assert (page.session.notes, page.session.trainer_name) == ("(removed)", "")
