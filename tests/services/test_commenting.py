"""Alice, Bob and Dana write to each other about Bob's voicemail; Charlie and Erin learn nothing of it."""

import math

import pytest

from coaching.domain.comment import CommentId, Passage
from coaching.domain.job import JobKind
from coaching.domain.people import PersonId, Role
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError, NotFound
from coaching.jobs.worker import Worker
from coaching.services import commenting, reading, settling
from coaching.services.judge import JudgeVoicemail
from coaching.storage import people
from tests.at_once import at_once
from tests.stand_ins import WORD_S, FakeListener, judge
from tests.world import Cast, Clock

SAID = "Hello Denise call me back when you can please"
DURATION_S = WORD_S * len(SAID.split())
CAST = ("alice", "bob", "charlie", "dana", "erin", "abe")


@pytest.fixture
def voicemail(cast: Cast) -> VoicemailId:
    left = cast.leaves(SAID)
    worker = Worker(
        cast.services.database, {JobKind.JUDGE: JudgeVoicemail(cast.services, FakeListener(), judge)}, cast.services.now
    )
    worker.work_one()
    return left


def write(cast: Cast, who: PersonId, voicemail: VoicemailId, text: str, **where: object) -> CommentId:
    return commenting.write_comment(cast.services, cast.as_seen_by(who), voicemail, text, **where)  # type: ignore[arg-type]


def unread(cast: Cast, who: PersonId) -> dict[VoicemailId, int]:
    return dict(commenting.unread(cast.services, cast.as_seen_by(who)))


def read(cast: Cast, who: PersonId, voicemail: VoicemailId) -> None:
    commenting.mark_read(cast.services, cast.as_seen_by(who), voicemail)


def test_a_comment_that_was_pasted_with_a_character_nobody_can_see_comes_back(cast: Cast, voicemail: VoicemailId) -> None:
    write(cast, cast.alice, voicemail, "Say it\0 slower.")
    (comment,) = commenting.read_comments(cast.services, cast.as_seen_by(cast.alice), voicemail).comments
    assert comment.text.replace("\0", "") == "Say it slower."


def test_a_comment_comes_back_with_its_passage_its_writer_and_its_answers(
    cast: Cast, voicemail: VoicemailId, clock: Clock
) -> None:
    first = write(cast, cast.alice, voicemail, " Say it slower. ", passage=Passage(0.4, 1.2))
    clock.wait(60)
    write(cast, cast.bob, voicemail, "I will.", thread_id=first)
    told, answer = commenting.read_comments(cast.services, cast.as_seen_by(cast.dana), voicemail).comments
    assert (told.text, told.by_name, told.passage, told.thread_id) == ("Say it slower.", "Alice", Passage(0.4, 1.2), None)
    assert (answer.text, answer.by_name, answer.passage, answer.thread_id) == ("I will.", "Bob", None, first)
    assert answer.at == cast.services.now()


@pytest.mark.parametrize("end_s", [DURATION_S, DURATION_S + 0.4])
def test_a_passage_may_last_to_the_end_and_no_further(cast: Cast, voicemail: VoicemailId, end_s: float) -> None:
    write(cast, cast.alice, voicemail, "The end.", passage=Passage(1.0, end_s))
    (told,) = commenting.read_comments(cast.services, cast.as_seen_by(cast.bob), voicemail).comments
    assert told.passage is not None
    assert told.passage.end_s == pytest.approx(DURATION_S)


@pytest.mark.parametrize(("start_s", "end_s"), [(-1.0, 1.0), (2.0, 1.0), (1.0, DURATION_S + 1), (math.nan, 1.0), (0.0, math.nan)])
def test_a_passage_outside_the_recording_is_refused(cast: Cast, voicemail: VoicemailId, start_s: float, end_s: float) -> None:
    with pytest.raises(CoachingError, match="outside the recording"):
        write(cast, cast.alice, voicemail, "Where?", passage=Passage(start_s, end_s))


def test_without_words_there_is_no_comment(cast: Cast, voicemail: VoicemailId) -> None:
    with pytest.raises(CoachingError, match="Write a few words"):
        write(cast, cast.alice, voicemail, " \n ")


def test_an_answer_belongs_to_a_thread_of_this_voicemail(cast: Cast, voicemail: VoicemailId) -> None:
    first = write(cast, cast.alice, voicemail, "Slower.")
    answer = write(cast, cast.bob, voicemail, "Yes.", thread_id=first)
    other = write(cast, cast.alice, cast.leaves("another one"), "Elsewhere.")
    for wrong in (answer, other, CommentId(424242)):
        with pytest.raises(NotFound):
            write(cast, cast.bob, voicemail, "Hm.", thread_id=wrong)


@pytest.mark.parametrize("who", CAST)
def test_it_is_read_and_written_by_those_who_may_see_the_voicemail(cast: Cast, voicemail: VoicemailId, who: str) -> None:
    viewer = cast.as_seen_by(getattr(cast, who))
    if reading.list_voicemails(cast.services, viewer):
        write(cast, viewer.id, voicemail, "Hello.")
        assert len(commenting.read_comments(cast.services, viewer, voicemail).comments) == 1
        return
    write(cast, cast.alice, voicemail, "@Bob Slower.")
    assert unread(cast, viewer.id) == {}
    for ask in (commenting.read_comments, commenting.mark_read):
        with pytest.raises(NotFound):
            ask(cast.services, viewer, voicemail)
    with pytest.raises(NotFound):
        write(cast, viewer.id, voicemail, "Hello.")


def test_those_who_can_be_named_are_those_who_may_see_it(cast: Cast, voicemail: VoicemailId) -> None:
    nobodys = cast.leaves("whose is this", rep=cast.dana)
    with cast.services.database.writing() as connection:
        people.add_person(connection, "Frank", Role.TRAINER, store_id=cast.store, trains_teams=[cast.other_team])
    for left in (voicemail, nobodys):
        named = {one.name for one in commenting.read_comments(cast.services, cast.as_seen_by(cast.abe), left).audience}
        for who in CAST:
            viewer = cast.as_seen_by(getattr(cast, who))
            assert (viewer.name in named) == (
                left in [one.voicemail.id for one in reading.list_voicemails(cast.services, viewer)]
            )


def test_what_others_said_is_unread_until_it_is_read(cast: Cast, voicemail: VoicemailId, clock: Clock) -> None:
    write(cast, cast.alice, voicemail, "Slower.")
    settling.overrule(cast.services, cast.as_seen_by(cast.alice), voicemail, "direct_line_given", Outcome.MET, "I hear it.")
    assert unread(cast, cast.bob) == {voicemail: 2}
    assert unread(cast, cast.alice) == {}
    read(cast, cast.bob, voicemail)
    assert unread(cast, cast.bob) == {}
    clock.wait(60)
    write(cast, cast.bob, voicemail, "Thank you.")
    assert unread(cast, cast.alice) == {voicemail: 1}
    assert unread(cast, cast.bob) == {}


def test_a_manager_is_told_of_what_names_or_answers_them_only(cast: Cast, voicemail: VoicemailId, clock: Clock) -> None:
    write(cast, cast.alice, voicemail, "Slower.")
    assert unread(cast, cast.dana) == {}
    write(cast, cast.alice, voicemail, "@dana, please listen.")
    assert unread(cast, cast.dana) == {voicemail: 1}
    first = write(cast, cast.dana, voicemail, "I did.")
    clock.wait(60)
    read(cast, cast.dana, voicemail)
    clock.wait(60)
    write(cast, cast.bob, voicemail, "And?", thread_id=first)
    assert unread(cast, cast.dana) == {voicemail: 1}


def test_naming_somebody_who_may_not_see_it_tells_them_nothing(cast: Cast, voicemail: VoicemailId) -> None:
    write(cast, cast.alice, voicemail, "@Erin @Charlie look at this")
    assert unread(cast, cast.erin) == unread(cast, cast.charlie) == {}


def test_who_reads_it_in_several_tabs_at_once_has_read_it(cast: Cast, voicemail: VoicemailId) -> None:
    write(cast, cast.alice, voicemail, "Say it slower.")
    assert at_once(8, lambda: read(cast, cast.bob, voicemail)) == []
    assert unread(cast, cast.bob) == {}
