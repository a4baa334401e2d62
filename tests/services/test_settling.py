from dataclasses import replace

import pytest

from coaching.domain.context import CallContext
from coaching.domain.people import PersonId, Role
from coaching.domain.scorecard import Finding, Outcome
from coaching.domain.voicemail import Judged, VoicemailId
from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.services import reading
from coaching.services.settling import overrule, settle
from coaching.storage import people, scorecards, transcripts
from tests.stand_ins import MUMBLED, FakeListener, judge
from tests.world import Cast, Clock

LINE = "direct_line_given"
MET, NOT_MET, UNSURE, NOT_COUNTED = Outcome.MET, Outcome.NOT_MET, Outcome.UNSURE, Outcome.NOT_APPLICABLE


@pytest.fixture
def mumbled(cast: Cast) -> VoicemailId:
    voicemail = cast.leaves(f"my direct line is {MUMBLED}")
    judged_as(cast, voicemail, UNSURE)
    return voicemail


def judged_as(cast: Cast, voicemail_id: VoicemailId, outcome: Outcome) -> None:
    """The machine judges it, whatever it thought before."""
    _, heard = FakeListener().listen("a.wav", "0", f"my direct line is {MUMBLED}".encode(), CallContext(), lambda _: None)
    card = judge(heard.transcript, CallContext())
    findings = tuple(replace(one, outcome=outcome) if one.criterion_id == LINE else one for one in card.findings)
    with cast.services.database.writing() as connection:
        if transcripts.latest_text(connection, voicemail_id) is None:
            transcripts.add(connection, voicemail_id, heard, cast.services.now())
        scorecards.add(connection, voicemail_id, replace(card, findings=findings), "fake", "small", cast.services.now())


def judged(cast: Cast, voicemail_id: VoicemailId) -> Judged:
    found = reading.read(cast.services, cast.as_seen_by(cast.alice), voicemail_id).judged
    assert found is not None
    return found


def listed(cast: Cast) -> tuple[float | None, Outcome]:
    (line,) = reading.list_voicemails(cast.services, cast.as_seen_by(cast.bob))
    return line.score, line.outcomes[LINE]


@pytest.mark.parametrize(("outcome", "total"), [(MET, 100.0), (NOT_MET, 0.0)])
def test_what_a_trainer_heard_stands_in_scorecard_list_and_total(
    cast: Cast, mumbled: VoicemailId, outcome: Outcome, total: float
) -> None:
    assert listed(cast) == (None, UNSURE)
    settle(cast.services, cast.as_seen_by(cast.alice), mumbled, LINE, outcome)
    standing = judged(cast, mumbled).standing
    assert (standing.finding(LINE).outcome, standing.score) == (outcome, total)
    assert listed(cast) == (total, outcome)


def test_a_voicemail_that_is_mostly_open_has_no_total_after_one_verdict_is_settled_either(cast: Cast) -> None:
    voicemail = cast.leaves(f"my direct line is {MUMBLED}")
    judged_as(cast, voicemail, UNSURE)
    card = judged(cast, voicemail).scorecard
    others = tuple(Finding(name, UNSURE, "Heard badly.") for name in ("value_offered", "text_invited", "greeted_by_name"))
    open_card = replace(
        card, findings=card.findings + others, weights={**card.weights, **{one.criterion_id: 1.0 for one in others}}
    )
    with cast.services.database.writing() as connection:
        scorecards.add(connection, voicemail, open_card, "fake", "small", cast.services.now())
    settle(cast.services, cast.as_seen_by(cast.alice), voicemail, LINE, MET)
    assert judged(cast, voicemail).standing.total is None
    assert listed(cast) == (None, MET)


def test_the_machines_verdict_stays_beside_it(cast: Cast, mumbled: VoicemailId) -> None:
    settle(cast.services, cast.as_seen_by(cast.alice), mumbled, LINE, MET)
    kept = judged(cast, mumbled)
    assert (kept.scorecard.finding(LINE).outcome, kept.scorecard.score) == (UNSURE, None)
    (override,) = kept.overrides
    assert (override.from_outcome, override.to_outcome, override.by, override.by_name) == (UNSURE, MET, cast.alice, "Alice")
    assert (override.at, override.reason) == (cast.services.now(), "Decided what was unsure")


def test_settling_anew_takes_its_place_and_both_are_kept(cast: Cast, mumbled: VoicemailId, clock: Clock) -> None:
    settle(cast.services, cast.as_seen_by(cast.alice), mumbled, LINE, MET)
    clock.wait(60)
    settle(cast.services, cast.as_seen_by(cast.dana), mumbled, LINE, NOT_MET)
    assert listed(cast) == (0.0, NOT_MET)
    assert [(one.to_outcome, one.by_name) for one in judged(cast, mumbled).overrides] == [(MET, "Alice"), (NOT_MET, "Dana")]


@pytest.mark.parametrize("who", ["alice", "dana", "abe"])
def test_whoever_coaches_the_rep_may(cast: Cast, mumbled: VoicemailId, who: str) -> None:
    settle(cast.services, cast.as_seen_by(getattr(cast, who)), mumbled, LINE, MET)
    assert listed(cast) == (100.0, MET)


def test_the_rep_may_not(cast: Cast, mumbled: VoicemailId) -> None:
    with pytest.raises(NotAllowed):
        settle(cast.services, cast.as_seen_by(cast.bob), mumbled, LINE, MET)
    assert listed(cast) == (None, UNSURE)


@pytest.mark.parametrize("who", ["charlie", "erin"])
def test_another_team_and_another_store_do_not_learn_that_it_is_there(cast: Cast, mumbled: VoicemailId, who: str) -> None:
    with pytest.raises(NotFound):
        settle(cast.services, cast.as_seen_by(getattr(cast, who)), mumbled, LINE, MET)
    assert listed(cast) == (None, UNSURE)


def test_another_teams_trainer_is_refused(cast: Cast, mumbled: VoicemailId) -> None:
    with cast.services.database.writing() as connection:
        frank = people.add_person(connection, "Frank", Role.TRAINER, store_id=cast.store, trains_teams=[cast.other_team])
    with pytest.raises(NotFound):
        settle(cast.services, cast.as_seen_by(PersonId(frank)), mumbled, LINE, MET)
    assert listed(cast) == (None, UNSURE)


def test_a_manager_who_left_it_themselves_may_not(cast: Cast) -> None:
    own = cast.leaves(f"my direct line is {MUMBLED}", rep=cast.dana)
    judged_as(cast, own, UNSURE)
    with pytest.raises(NotAllowed):
        settle(cast.services, cast.as_seen_by(cast.dana), own, LINE, MET)


def test_only_what_is_unsure_is_settled(cast: Cast, mumbled: VoicemailId) -> None:
    judged_as(cast, mumbled, MET)
    with pytest.raises(CoachingError, match="no longer unsure"):
        settle(cast.services, cast.as_seen_by(cast.alice), mumbled, LINE, NOT_MET)
    with pytest.raises(CoachingError, match="no longer unsure"):
        settle(cast.services, cast.as_seen_by(cast.alice), mumbled, "smiled_often", MET)


@pytest.mark.parametrize("outcome", [UNSURE, Outcome.NOT_APPLICABLE])
def test_it_is_settled_one_way_or_the_other(cast: Cast, mumbled: VoicemailId, outcome: Outcome) -> None:
    with pytest.raises(CoachingError, match="one of the two"):
        settle(cast.services, cast.as_seen_by(cast.alice), mumbled, LINE, outcome)


def test_judged_again_and_still_unsure_it_stays_settled(cast: Cast, mumbled: VoicemailId) -> None:
    settle(cast.services, cast.as_seen_by(cast.alice), mumbled, LINE, MET)
    judged_as(cast, mumbled, UNSURE)
    assert listed(cast) == (100.0, MET)
    assert judged(cast, mumbled).standing.score == 100.0


def test_judged_again_with_another_outcome_the_machine_has_the_word(cast: Cast, mumbled: VoicemailId) -> None:
    settle(cast.services, cast.as_seen_by(cast.alice), mumbled, LINE, MET)
    judged_as(cast, mumbled, NOT_MET)
    assert listed(cast) == (0.0, NOT_MET)
    assert judged(cast, mumbled).standing.score == 0.0
    judged_as(cast, mumbled, UNSURE)
    assert listed(cast) == (100.0, MET)


@pytest.mark.parametrize(
    ("machine", "person", "total"),
    [(NOT_MET, MET, 100.0), (MET, NOT_MET, 0.0), (NOT_MET, NOT_COUNTED, None), (UNSURE, MET, 100.0)],
)
def test_any_verdict_is_overruled_with_a_reason_and_the_total_follows(
    cast: Cast, mumbled: VoicemailId, machine: Outcome, person: Outcome, total: float | None
) -> None:
    judged_as(cast, mumbled, machine)
    overrule(cast.services, cast.as_seen_by(cast.alice), mumbled, LINE, person, "  She says it\nat the end. ")
    kept = judged(cast, mumbled)
    assert (kept.scorecard.finding(LINE).outcome, kept.standing.finding(LINE).outcome) == (machine, person)
    assert listed(cast) == (total, person)
    (made,) = kept.overrides
    assert (made.from_outcome, made.to_outcome, made.by_name) == (machine, person, "Alice")
    assert (made.reason, made.at) == ("She says it at the end.", cast.services.now())


def test_what_was_overruled_can_be_taken_back_and_all_of_it_is_kept(cast: Cast, mumbled: VoicemailId) -> None:
    judged_as(cast, mumbled, NOT_MET)
    overrule(cast.services, cast.as_seen_by(cast.alice), mumbled, LINE, MET, "I heard it.")
    overrule(cast.services, cast.as_seen_by(cast.dana), mumbled, LINE, NOT_MET, "That is the main line.")
    assert listed(cast) == (0.0, NOT_MET)
    assert [(one.by_name, one.to_outcome) for one in judged(cast, mumbled).overrides] == [("Alice", MET), ("Dana", NOT_MET)]


@pytest.mark.parametrize(
    ("criterion", "outcome", "reason", "told"),
    [
        (LINE, MET, " \n", "Say why"),
        (LINE, UNSURE, "Because", "met, not met or not counted"),
        (LINE, NOT_MET, "Because", "is already"),
        ("smiled_often", MET, "Because", "not judged here"),
    ],
)
def test_an_overrule_that_says_nothing_is_refused(
    cast: Cast, mumbled: VoicemailId, criterion: str, outcome: Outcome, reason: str, told: str
) -> None:
    judged_as(cast, mumbled, NOT_MET)
    with pytest.raises(CoachingError, match=told):
        overrule(cast.services, cast.as_seen_by(cast.alice), mumbled, criterion, outcome, reason)
    assert judged(cast, mumbled).overrides == ()


def test_nothing_is_overruled_before_it_is_judged(cast: Cast) -> None:
    waiting = cast.leaves("not yet heard")
    with pytest.raises(CoachingError, match="not judged here"):
        overrule(cast.services, cast.as_seen_by(cast.alice), waiting, LINE, MET, "Because")


@pytest.mark.parametrize(("who", "refusal"), [("bob", NotAllowed), ("charlie", NotFound), ("erin", NotFound)])
def test_only_who_coaches_the_rep_overrules(cast: Cast, mumbled: VoicemailId, who: str, refusal: type[CoachingError]) -> None:
    with pytest.raises(refusal):
        overrule(cast.services, cast.as_seen_by(getattr(cast, who)), mumbled, LINE, MET, "Because")
    assert judged(cast, mumbled).overrides == ()
