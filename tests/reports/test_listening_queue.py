"""What to listen to next: each reason by itself, their order, and whose voicemails they are."""

from datetime import UTC, datetime, timedelta

import pytest

from coaching.domain.candidate import Candidate, RepSeen
from coaching.domain.dispute import Answer
from coaching.domain.job import JobKind
from coaching.domain.people import PersonId
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId
from coaching.jobs.worker import Worker
from coaching.reports import listening_queue
from coaching.reports.listening_queue import Waiting, ranked, what_to_hear
from coaching.services import disputing, playing, reading
from coaching.services.judge import JudgeVoicemail
from coaching.services.settling import settle
from tests.stand_ins import MUMBLED, FakeListener, judge
from tests.world import BOBS_LINE, Cast, Clock

NOW = datetime(2024, 10, 7, 13, tzinfo=UTC)
BOB, SAM = PersonId(1), PersonId(2)
KNOWN = RepSeen(50, NOW - timedelta(days=300), NOW - timedelta(days=1))
TITLES = {"text_invited": "Invited a text"}


def left(number: int, score: float | None = 70.0, **more: object) -> Candidate:
    """The higher the number, the later it was left."""
    values: dict[str, object] = {
        "rep_id": BOB,
        "rep_name": "Bob",
        "duration_s": 20.0,
        "words_per_minute": 150.0,
        "is_heard": False,
    }
    at = NOW - timedelta(hours=100 - number)
    return Candidate(VoicemailId(number), at=at, score=score, **(values | more))  # type: ignore[arg-type]


def waiting(*found: Candidate, bob: RepSeen = KNOWN) -> list[Waiting]:
    newest_first = sorted(found, key=lambda one: one.at, reverse=True)
    return list(ranked(newest_first, {BOB: bob, SAM: KNOWN}, TITLES, NOW))


def told(*found: Candidate, bob: RepSeen = KNOWN) -> list[tuple[int, list[str]]]:
    return [(one.candidate.voicemail_id, [reason.sentence for reason in one.reasons]) for one in waiting(*found, bob=bob)]


def test_what_is_as_it_was_does_not_wait() -> None:
    assert told(left(1), left(2), left(3)) == []


def test_a_dispute_and_a_doubt_name_the_criteria() -> None:
    one = left(1, unsure=("text_invited", "smiled_often"), disputed=("text_invited",))
    assert told(one) == [(1, ["Bob disputes “Invited a text”.", "To be settled: “Invited a text”, “smiled often”."])]


def test_what_waits_for_a_person_waits_also_when_it_was_heard() -> None:
    assert len(told(left(1, 10.0, is_heard=True, unsure=("text_invited",)))[0][1]) == 1
    assert told(left(1, 10.0, is_heard=True)) == []


@pytest.mark.parametrize(("score", "is_low"), [(40.0, True), (40.1, False), (0.0, True), (None, False)])
def test_a_low_score_is_one_that_only_checking_in_would_get(score: float | None, is_low: bool) -> None:
    assert told(left(1, score)) == ([(1, [f"{score:.0f} of 100 is among the lowest."])] if is_low else [])


def test_a_drop_is_measured_against_the_reps_own_last_five() -> None:
    before = [left(number, score) for number, score in enumerate([0.0, 90.0, 80.0, 90.0, 80.0, 85.0], start=1)]
    (dropped,) = [one for one in told(*before, left(9, 65.0)) if one[0] == 9]
    assert dropped == (9, ["65 of 100, where the 5 before it were 85 on average."])
    assert 9 not in [number for number, _ in told(*before, left(9, 65.1))]


def test_two_voicemails_are_no_level_and_another_reps_do_not_count() -> None:
    assert told(left(1, 90.0), left(2, 90.0), left(3, 50.0)) == []
    others = [left(number, 90.0, rep_id=SAM, rep_name="Sam") for number in range(1, 7)]
    assert told(*others, left(9, 50.0)) == []


def test_an_outlier_is_far_from_what_is_usual_on_the_team() -> None:
    usual = [left(number, duration_s=20.0 + number % 3, is_heard=True) for number in range(1, 12)]
    assert told(*usual, left(20, duration_s=62.0)) == [(20, ["62 seconds long, where 21 is usual."])]
    assert told(*usual[:8], left(20, duration_s=62.0)) == []
    assert told(*usual, left(20, duration_s=23.0)) == []


def test_where_all_are_the_same_nothing_is_far() -> None:
    assert told(*[left(number) for number in range(1, 12)], left(20, words_per_minute=400.0)) == []


def test_a_new_rep_is_told_of_once() -> None:
    new = RepSeen(3, NOW - timedelta(days=2), None)
    assert told(left(1), left(2), left(3), bob=new) == [(3, ["Bob is new here: 3 so far."])]


@pytest.mark.parametrize(
    ("rep", "sentence"),
    [
        (RepSeen(50, NOW - timedelta(days=300), NOW - timedelta(days=9)), "Nobody has listened to Bob for 9 days."),
        (RepSeen(50, NOW - timedelta(days=300), None), "Nobody has listened to Bob yet."),
        (RepSeen(50, NOW - timedelta(days=6), None), ""),
    ],
)
def test_a_rep_whom_nobody_heard_for_a_week_waits(rep: RepSeen, sentence: str) -> None:
    assert told(left(1), left(2), bob=rep) == ([(2, [sentence])] if sentence else [])


def test_reasons_add_up_and_the_newest_comes_first_between_equals() -> None:
    found = [left(1, 10.0), left(2, 20.0), left(3, unsure=("text_invited",)), left(4, 30.0, unsure=("text_invited",))]
    assert [number for number, _ in told(*found, left(5, disputed=("text_invited",)))] == [5, 4, 3, 2, 1]


def test_every_rule_has_a_weight() -> None:
    assert all("weight" in rule for kind, rule in listening_queue.rules().items() if kind != "chosen_from")


@pytest.fixture
def mumbled(cast: Cast) -> VoicemailId:
    return judged(cast, f"my direct line is {MUMBLED}")


def judged(cast: Cast, said: str, rep: PersonId | None = None) -> VoicemailId:
    voicemail = cast.leaves(said, rep=rep)
    worker = Worker(
        cast.services.database, {JobKind.JUDGE: JudgeVoicemail(cast.services, FakeListener(), judge)}, cast.services.now
    )
    while worker.work_one():
        pass
    return voicemail


def queue(cast: Cast, who: str) -> dict[VoicemailId, list[str]]:
    found = what_to_hear(cast.services.database, cast.as_seen_by(getattr(cast, who)), {}, cast.services.now())
    return {one.candidate.voicemail_id: [reason.kind for reason in one.reasons] for one in found}


@pytest.mark.parametrize(("who", "sees"), {"alice": 1, "bob": 0, "charlie": 0, "dana": 2, "erin": 0, "abe": 2}.items())
def test_everybody_has_the_queue_of_those_they_look_after(cast: Cast, mumbled: VoicemailId, who: str, sees: int) -> None:
    judged(cast, f"hello, {MUMBLED}", rep=cast.charlie)
    assert len(queue(cast, who)) == sees


def test_settling_listening_and_answering_take_it_off_the_queue(cast: Cast, mumbled: VoicemailId) -> None:
    assert queue(cast, "alice") == {mumbled: ["unsure", "new_rep"]}
    settle(cast.services, cast.as_seen_by(cast.alice), mumbled, "direct_line_given", Outcome.NOT_MET)
    assert queue(cast, "alice") == {mumbled: ["low", "new_rep"]}
    playing.note_played(cast.services, cast.as_seen_by(cast.bob), mumbled)
    assert queue(cast, "alice") == {mumbled: ["low", "new_rep"]}
    playing.note_played(cast.services, cast.as_seen_by(cast.dana), mumbled)
    assert queue(cast, "alice") == {}
    disputing.dispute(cast.services, cast.as_seen_by(cast.bob), mumbled, "direct_line_given", "I say it.")
    assert queue(cast, "alice") == {mumbled: ["disputed"]}
    found = reading.read(cast.services, cast.as_seen_by(cast.alice), mumbled).judged
    assert found is not None
    disputing.answer(cast.services, cast.as_seen_by(cast.alice), mumbled, found.disputes[0].id, Answer.KEEP, "No.")
    assert queue(cast, "alice") == {}


def test_an_old_voicemail_waits_only_where_it_is_disputed(cast: Cast, mumbled: VoicemailId, clock: Clock) -> None:
    line = judged(cast, f"my direct line is {BOBS_LINE}")
    assert mumbled in queue(cast, "alice")
    disputing.dispute(cast.services, cast.as_seen_by(cast.bob), mumbled, "direct_line_given", "I say it.")
    clock.wait(31 * 24 * 3600)
    assert list(queue(cast, "alice")) == [mumbled]
    assert line not in queue(cast, "alice")


def test_a_rep_is_heard_when_anybody_else_plays_one(cast: Cast, mumbled: VoicemailId, clock: Clock) -> None:
    playing.note_played(cast.services, cast.as_seen_by(cast.alice), mumbled)
    clock.wait(8 * 24 * 3600)
    other = judged(cast, f"my direct line is {BOBS_LINE}")
    assert queue(cast, "alice")[other] == ["new_rep", "not_heard"]
    playing.note_played(cast.services, cast.as_seen_by(cast.alice), mumbled)
    assert queue(cast, "alice")[other] == ["new_rep"]
