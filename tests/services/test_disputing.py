"""Bob disputes what the machine or Alice said; Alice and Dana may answer."""

from dataclasses import replace

import pytest

from coaching.domain.context import CallContext
from coaching.domain.dispute import Answer, DisputeId
from coaching.domain.people import PersonId
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import Judged, VoicemailId
from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.services import disputing, reading
from coaching.services.settling import overrule
from coaching.storage import scorecards, transcripts
from tests.stand_ins import FakeListener, judge
from tests.world import Cast, Clock

LINE, AGAIN = "direct_line_given", "no_repetition"
SAID = "call me back please"
MET, NOT_MET, NOT_COUNTED = Outcome.MET, Outcome.NOT_MET, Outcome.NOT_APPLICABLE
A_DAY = 24 * 3600.0


@pytest.fixture
def missed(cast: Cast) -> VoicemailId:
    """Bob's voicemail, which the machine says gives no direct line."""
    voicemail = cast.leaves(SAID)
    judged_as(cast, voicemail, NOT_MET)
    return voicemail


def judged_as(cast: Cast, voicemail_id: VoicemailId, outcome: Outcome) -> None:
    _, heard = FakeListener().listen("a.wav", "0", SAID.encode(), CallContext(), lambda _: None)
    card = judge(heard.transcript, CallContext())
    findings = tuple(replace(one, outcome=outcome) if one.criterion_id == LINE else one for one in card.findings)
    with cast.services.database.writing() as connection:
        if transcripts.latest_text(connection, voicemail_id) is None:
            transcripts.add(connection, voicemail_id, heard, cast.services.now())
        scorecards.add(connection, voicemail_id, replace(card, findings=findings), "fake", "small", cast.services.now())


def judged(cast: Cast, voicemail_id: VoicemailId) -> Judged:
    found = reading.read(cast.services, cast.as_seen_by(cast.bob), voicemail_id).judged
    assert found is not None
    return found


def dispute(cast: Cast, voicemail_id: VoicemailId, who: PersonId | None = None, criterion: str = LINE) -> None:
    disputing.dispute(cast.services, cast.as_seen_by(who or cast.bob), voicemail_id, criterion, "I say it at the end.")


def answer(cast: Cast, voicemail_id: VoicemailId, said: Answer, who: PersonId | None = None, reason: str = "I listened.") -> None:
    (made,) = judged(cast, voicemail_id).disputes
    disputing.answer(cast.services, cast.as_seen_by(who or cast.alice), voicemail_id, made.id, said, reason)


def disputable(cast: Cast, voicemail_id: VoicemailId, who: PersonId | None = None) -> frozenset[str]:
    return disputing.disputable(cast.services, cast.as_seen_by(who or cast.bob), voicemail_id)


def test_a_dispute_is_kept_with_who_when_and_why_and_changes_nothing(cast: Cast, missed: VoicemailId) -> None:
    dispute(cast, missed)
    kept = judged(cast, missed)
    (made,) = kept.disputes
    assert (made.criterion_id, made.outcome, made.reason, made.by_name) == (LINE, NOT_MET, "I say it at the end.", "Bob")
    assert (made.at, made.answered) == (cast.services.now(), None)
    assert (kept.standing.finding(LINE).outcome, kept.overrides) == (NOT_MET, ())


@pytest.mark.parametrize(
    ("said", "stands", "total"),
    [(Answer.KEEP, NOT_MET, 0.0), (Answer.CHANGE, MET, 100.0), (Answer.NOT_COUNTED, NOT_COUNTED, None)],
)
def test_the_answer_says_what_stands_and_the_machines_verdict_stays(
    cast: Cast, missed: VoicemailId, said: Answer, stands: Outcome, total: float | None
) -> None:
    dispute(cast, missed)
    answer(cast, missed, said)
    kept = judged(cast, missed)
    assert (kept.scorecard.finding(LINE).outcome, kept.standing.finding(LINE).outcome) == (NOT_MET, stands)
    answered = kept.disputes[0].answered
    assert answered is not None
    assert (answered.answer, answered.reason, answered.by_name, answered.at) == (
        said,
        "I listened.",
        "Alice",
        cast.services.now(),
    )
    (line,) = reading.list_voicemails(cast.services, cast.as_seen_by(cast.dana))
    assert (line.score, line.outcomes[LINE]) == (total, stands)


def test_what_a_trainer_overruled_can_be_disputed_and_is_given_back(cast: Cast, missed: VoicemailId, clock: Clock) -> None:
    judged_as(cast, missed, MET)
    overrule(cast.services, cast.as_seen_by(cast.alice), missed, LINE, NOT_MET, "That is the main line.")
    clock.wait(60)
    dispute(cast, missed)
    answer(cast, missed, Answer.CHANGE)
    kept = judged(cast, missed)
    assert kept.standing.finding(LINE).outcome is MET
    assert [(one.from_outcome, one.to_outcome) for one in kept.overrides] == [(MET, NOT_MET), (MET, MET)]


def test_the_window_closes_after_two_weeks_or_as_the_store_says(cast: Cast, missed: VoicemailId, clock: Clock) -> None:
    clock.wait(14 * A_DAY)
    assert disputable(cast, missed) == {LINE}
    clock.wait(1)
    assert disputable(cast, missed) == frozenset()
    with pytest.raises(CoachingError, match="too old"):
        dispute(cast, missed)
    disputing.change_days(cast.services, cast.as_seen_by(cast.alice), cast.store, 15)
    dispute(cast, missed)


def test_an_override_opens_the_window_anew(cast: Cast, missed: VoicemailId, clock: Clock) -> None:
    judged_as(cast, missed, MET)
    clock.wait(30 * A_DAY)
    overrule(cast.services, cast.as_seen_by(cast.alice), missed, LINE, NOT_MET, "That is the main line.")
    assert disputable(cast, missed) == {LINE}


def test_what_was_answered_is_not_disputed_again_until_something_else_stands(
    cast: Cast, missed: VoicemailId, clock: Clock
) -> None:
    dispute(cast, missed)
    assert disputable(cast, missed) == frozenset()
    clock.wait(60)
    answer(cast, missed, Answer.KEEP)
    with pytest.raises(CoachingError, match="disputed before"):
        dispute(cast, missed)
    clock.wait(60)
    overrule(cast.services, cast.as_seen_by(cast.dana), missed, LINE, MET, "I hear it.")
    assert disputable(cast, missed) == frozenset()
    overrule(cast.services, cast.as_seen_by(cast.alice), missed, LINE, NOT_MET, "I do not.")
    assert disputable(cast, missed) == {LINE}


def test_only_what_costs_or_withholds_a_point_is_disputed(cast: Cast, missed: VoicemailId) -> None:
    assert disputable(cast, missed) == {LINE}
    judged_as(cast, missed, Outcome.UNSURE)
    assert disputable(cast, missed) == {LINE}
    judged_as(cast, missed, MET)
    assert disputable(cast, missed) == frozenset()


def test_an_answer_is_given_once(cast: Cast, missed: VoicemailId) -> None:
    dispute(cast, missed)
    answer(cast, missed, Answer.KEEP)
    with pytest.raises(CoachingError, match="answered already"):
        answer(cast, missed, Answer.CHANGE)
    assert judged(cast, missed).standing.finding(LINE).outcome is NOT_MET


def test_a_change_that_came_by_itself_needs_no_override(cast: Cast, missed: VoicemailId) -> None:
    dispute(cast, missed)
    judged_as(cast, missed, MET)
    answer(cast, missed, Answer.CHANGE)
    assert judged(cast, missed).overrides == ()


def test_an_answer_needs_a_reason_and_without_it_nothing_is_kept(cast: Cast, missed: VoicemailId) -> None:
    dispute(cast, missed)
    with pytest.raises(CoachingError, match="Say why"):
        answer(cast, missed, Answer.CHANGE, reason=" ")
    assert judged(cast, missed).disputes[0].answered is None


@pytest.mark.parametrize("who", ["alice", "dana", "abe"])
def test_nobody_disputes_for_the_rep(cast: Cast, missed: VoicemailId, who: str) -> None:
    person = getattr(cast, who)
    assert disputable(cast, missed, person) == frozenset()
    with pytest.raises(NotAllowed):
        dispute(cast, missed, person)


@pytest.mark.parametrize(("who", "refusal"), [("bob", NotAllowed), ("charlie", NotFound), ("erin", NotFound)])
def test_only_who_coaches_the_rep_answers(cast: Cast, missed: VoicemailId, who: str, refusal: type[CoachingError]) -> None:
    dispute(cast, missed)
    with pytest.raises(refusal):
        answer(cast, missed, Answer.CHANGE, getattr(cast, who))
    assert judged(cast, missed).disputes[0].answered is None


@pytest.mark.parametrize("who", ["charlie", "erin"])
def test_another_team_and_another_store_do_not_learn_that_it_is_there(cast: Cast, missed: VoicemailId, who: str) -> None:
    for ask in (disputable, dispute):
        with pytest.raises(NotFound):
            ask(cast, missed, getattr(cast, who))


def test_a_dispute_of_another_voicemail_is_not_answered_here(cast: Cast, missed: VoicemailId) -> None:
    dispute(cast, missed)
    (made,) = judged(cast, missed).disputes
    other = cast.leaves("another one")
    judged_as(cast, other, NOT_MET)
    for wrong, at in ((DisputeId(made.id + 1), missed), (made.id, other)):
        with pytest.raises(NotFound):
            disputing.answer(cast.services, cast.as_seen_by(cast.alice), at, wrong, Answer.KEEP, "No.")


def test_nothing_is_disputed_before_it_is_judged(cast: Cast) -> None:
    waiting = cast.leaves("not yet heard")
    assert disputable(cast, waiting) == frozenset()
    with pytest.raises(CoachingError, match="not judged"):
        dispute(cast, waiting)


@pytest.mark.parametrize(("who", "refusal"), [("bob", NotAllowed), ("erin", NotFound)])
def test_the_window_is_set_by_whoever_coaches_in_the_store(cast: Cast, who: str, refusal: type[CoachingError]) -> None:
    with pytest.raises(refusal):
        disputing.change_days(cast.services, cast.as_seen_by(getattr(cast, who)), cast.store, 7)
    assert disputing.days_to_dispute(cast.services, cast.as_seen_by(cast.dana), cast.store) == 14


@pytest.mark.parametrize("days", [-1, 366])
def test_a_window_that_makes_no_sense_is_refused(cast: Cast, days: int) -> None:
    with pytest.raises(CoachingError, match="between 0 and 365"):
        disputing.change_days(cast.services, cast.as_seen_by(cast.dana), cast.store, days)


def test_the_window_is_changed_more_than_once(cast: Cast) -> None:
    for days in (7, 0):
        disputing.change_days(cast.services, cast.as_seen_by(cast.dana), cast.store, days)
        assert disputing.days_to_dispute(cast.services, cast.as_seen_by(cast.alice), cast.store) == days
