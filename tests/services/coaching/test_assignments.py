from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from coaching.domain.assignment import Asked, AssignmentId, AssignmentState, RepProgress
from coaching.domain.audit import Subject
from coaching.domain.job import JobKind
from coaching.domain.people import MACHINE, PersonId, Role
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.jobs.worker import Worker
from coaching.services import staff
from coaching.services.coaching.assignments import AssignmentLine, give, list_assignments, note_what_is_done, withdraw
from coaching.services.judge import JudgeVoicemail
from coaching.services.people import choose_profile
from coaching.services.practice.practising import practise, submit
from coaching.services.privacy.erasing import erase_lead, erase_person
from coaching.services.privacy.retention import keep_the_rules
from coaching.services.settling import overrule
from coaching.storage import audit, people
from coaching.storage.audit import Wanted
from tests.services.coaching.conftest import Works
from tests.stand_ins import MUMBLED, FakeListener, judge_texts_too
from tests.world import BOBS_LINE, Cast, Clock

TODAY = date(2024, 10, 7)
IN_A_WEEK = TODAY + timedelta(days=7)
LINE = Asked(2, criterion_id="direct_line_given")
DRILL = Asked(2, drill_id="invite_a_text")
INVITES = f"text me {BOBS_LINE}"


@pytest.fixture
def drilled(cast: Cast) -> Works:
    handler = JudgeVoicemail(cast.services, FakeListener(), judge_texts_too)
    worker = Worker(cast.services.database, {JobKind.JUDGE: handler}, cast.services.now)

    def all_of_it() -> None:
        while worker.work_one():
            pass

    return all_of_it


def assign(
    cast: Cast, asked: Asked = LINE, *, who: str = "alice", reps: Sequence[PersonId] = (), due: date = IN_A_WEEK
) -> AssignmentId:
    viewer = cast.as_seen_by(getattr(cast, who))
    return give(cast.services, viewer, reps or [cast.bob], asked, due, "For the sake of the customer")


def lines(cast: Cast, who: str) -> Sequence[AssignmentLine]:
    return list_assignments(cast.services, cast.as_seen_by(getattr(cast, who)))


def of_bob(cast: Cast, who: str = "alice") -> RepProgress:
    return next(one for line in lines(cast, who) for one in line.progress if one.rep.id == cast.bob)


def state(cast: Cast, who: str = "alice") -> AssignmentState:
    return of_bob(cast, who).state(cast.services.now())


def says(cast: Cast, words: str) -> VoicemailId:
    return practise(cast.services, cast.as_seen_by(cast.bob), DRILL.drill_id, words.encode())


def history(cast: Cast) -> list[tuple[PersonId | None, str, dict[str, object]]]:
    with cast.services.database.reading() as connection:
        entries = audit.listed(connection, MACHINE, Wanted(subject=Subject.ASSIGNMENT))
    return [(one.entry.by, one.entry.what, dict(one.entry.details)) for one in reversed(entries)]


@pytest.mark.parametrize(
    ("who", "reps"),
    [
        ("alice", ["Bob"]),
        ("bob", ["Bob"]),
        ("dana", ["Bob", "Charlie"]),
        ("abe", ["Bob", "Charlie"]),
        ("charlie", ["Charlie"]),
        ("erin", []),
    ],
)
def test_each_sees_those_of_its_reps_whom_they_look_after_or_are(cast: Cast, who: str, reps: list[str]) -> None:
    assign(cast, who="dana", reps=[cast.bob, cast.charlie])
    assert [one.rep.name for line in lines(cast, who) for one in line.progress] == reps


@pytest.mark.parametrize(("who", "refusal"), [("bob", NotAllowed), ("charlie", NotFound), ("erin", NotFound)])
def test_it_is_given_and_withdrawn_by_whoever_coaches_the_rep(cast: Cast, who: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        assign(cast, who=who)
    given = assign(cast)
    with pytest.raises(refusal):
        withdraw(cast.services, cast.as_seen_by(getattr(cast, who)), given)
    assert state(cast) is AssignmentState.UNDER_WAY


def test_a_trainer_gives_nothing_to_another_team(cast: Cast) -> None:
    with pytest.raises(NotFound):
        assign(cast, reps=[cast.bob, cast.charlie])
    assert lines(cast, "dana") == []


@pytest.mark.parametrize(
    ("asked", "due", "refusal"),
    [
        (Asked(1), IN_A_WEEK, "either a drill or a criterion"),
        (Asked(1, "invite_a_text", "direct_line_given"), IN_A_WEEK, "either a drill or a criterion"),
        (Asked(1, criterion_id="smiled"), IN_A_WEEK, "no criterion"),
        (Asked(1, drill_id="smile"), IN_A_WEEK, "no drill"),
        (Asked(0, criterion_id="direct_line_given"), IN_A_WEEK, "number from 1"),
        (Asked(101, criterion_id="direct_line_given"), IN_A_WEEK, "number from 1"),
        (LINE, TODAY - timedelta(days=1), "due today at the earliest"),
        (LINE, TODAY + timedelta(days=366), "within a year"),
    ],
)
def test_what_nobody_could_do_is_refused(cast: Cast, asked: Asked, due: date, refusal: str) -> None:
    with pytest.raises(CoachingError, match=refusal):
        assign(cast, asked, due=due)


def test_today_is_the_stores_today(cast: Cast, clock: Clock) -> None:
    """At two in the night in London it is still yesterday in New York."""
    clock.at = datetime(2024, 10, 8, 2, 0, tzinfo=UTC)
    assign(cast, due=TODAY)
    assert state(cast) is AssignmentState.SOON
    clock.wait(2 * 3600)
    assert state(cast) is AssignmentState.OVERDUE


def test_it_is_for_reps_who_are_here_of_one_store(cast: Cast) -> None:
    with cast.services.database.writing() as connection:
        far = people.add_person(connection, "Fay", Role.REP, store_id=cast.other_store)
        gone = people.add_person(connection, "Gus", Role.REP, store_id=cast.store)
    staff.deactivate(cast.services, cast.as_seen_by(cast.abe), gone)
    abe = cast.as_seen_by(cast.abe)
    for reps, refusal in (
        ([cast.bob, far], "several stores"),
        ([gone], "no rep who works here"),
        ([cast.alice], "no rep"),
        ([], "at least"),
    ):
        with pytest.raises(CoachingError, match=refusal):
            give(cast.services, abe, reps, LINE, IN_A_WEEK)


def test_voicemails_count_by_themselves_from_the_day_it_was_given(cast: Cast, clock: Clock, works: Works) -> None:
    cast.leaves(f"before {BOBS_LINE}")
    clock.wait(60)
    assign(cast)
    cast.leaves("no number in it")
    cast.leaves(f"one {BOBS_LINE}")
    works()
    assert [of_bob(cast, who).done for who in ("bob", "alice", "dana")] == [1, 1, 1]
    clock.wait(60)
    cast.leaves(f"two {BOBS_LINE}")
    works()
    assert (state(cast), of_bob(cast).done_at) == (AssignmentState.DONE, clock())


def test_what_stands_counts_and_not_what_the_machine_said(cast: Cast, works: Works) -> None:
    assign(cast, Asked(1, criterion_id="direct_line_given"))
    alice, voicemail = cast.as_seen_by(cast.alice), cast.leaves(f"{MUMBLED} my line")
    works()
    assert of_bob(cast).done == 0
    overrule(cast.services, alice, voicemail, "direct_line_given", Outcome.MET, "I heard it")
    assert state(cast) is AssignmentState.DONE
    overrule(cast.services, alice, voicemail, "direct_line_given", Outcome.NOT_MET, "It was another number")
    assert state(cast) is AssignmentState.UNDER_WAY


def test_practice_is_no_voicemail_to_a_customer_even_when_it_was_submitted(cast: Cast, drilled: Works) -> None:
    assign(cast)
    made = says(cast, INVITES)
    drilled()
    submit(cast.services, cast.as_seen_by(cast.bob), made)
    assert of_bob(cast).done == 0


def test_a_drill_counts_what_reached_every_goal_and_was_submitted(cast: Cast, clock: Clock, drilled: Works) -> None:
    bob, early = cast.as_seen_by(cast.bob), says(cast, f"before {INVITES}")
    clock.wait(60)
    assign(cast, DRILL)
    missed, first, second = says(cast, f"call {BOBS_LINE}"), says(cast, INVITES), says(cast, f"again {INVITES}")
    drilled()
    for made in (early, missed, first):
        submit(cast.services, bob, made)
    assert of_bob(cast).done == 1
    clock.wait(3600)
    submit(cast.services, bob, second)
    assert (state(cast), of_bob(cast).done_at) == (AssignmentState.DONE, clock())


@pytest.mark.parametrize("who", ["alice", "dana", "abe"])
def test_what_was_not_submitted_changes_nothing_that_anybody_else_sees(cast: Cast, drilled: Works, who: str) -> None:
    assign(cast, DRILL)
    before = lines(cast, who), history(cast)
    made = says(cast, INVITES)
    drilled()
    assert (lines(cast, who), history(cast)) == before
    assert (of_bob(cast, "bob").done, of_bob(cast, "bob").not_submitted) == (0, 1)
    submit(cast.services, cast.as_seen_by(cast.bob), made)
    assert of_bob(cast, who).done == 1
    assert of_bob(cast, "bob").not_submitted == 0


def test_a_withdrawn_one_ends_as_far_as_it_was_and_stays_on_file(cast: Cast, clock: Clock, works: Works) -> None:
    given = assign(cast)
    cast.leaves(f"one {BOBS_LINE}")
    clock.wait(60)
    withdraw(cast.services, cast.as_seen_by(cast.dana), given)
    clock.wait(60)
    cast.leaves(f"two {BOBS_LINE}")
    works()
    assert (state(cast), of_bob(cast, "bob").done, lines(cast, "bob")[0].is_open) == (AssignmentState.WITHDRAWN, 1, False)
    with pytest.raises(CoachingError, match="nothing to withdraw"):
        withdraw(cast.services, cast.as_seen_by(cast.alice), given)


def test_a_trainer_withdraws_it_for_their_own_reps_only(cast: Cast) -> None:
    given = assign(cast, who="dana", reps=[cast.bob, cast.charlie])
    withdraw(cast.services, cast.as_seen_by(cast.alice), given)
    (line,) = lines(cast, "dana")
    assert {one.rep.name: one.state(line.now).value for one in line.progress} == {"Bob": "withdrawn", "Charlie": "under_way"}


def test_the_history_says_who_gave_and_withdrew_it_without_words(cast: Cast) -> None:
    withdraw(cast.services, cast.as_seen_by(cast.dana), assign(cast))
    given = {"criterion": "direct_line_given", "drill": None, "wanted": 2, "reps": 1}
    assert history(cast) == [(cast.alice, "given", given), (cast.dana, "withdrawn", {"reps": 1})]


def test_what_was_done_when_its_day_was_over_stays_done_after_the_voicemails_are_gone(
    cast: Cast, clock: Clock, works: Works
) -> None:
    assign(cast, Asked(1, criterion_id="direct_line_given"))
    cast.leaves(f"for Denise {BOBS_LINE}", lead=cast.denise, attempt=1)
    works()
    done_at = of_bob(cast).done_at
    clock.wait(8 * 86_400)
    keep_the_rules(cast.services)
    erase_lead(cast.services, cast.as_seen_by(cast.dana), cast.denise)
    assert (state(cast), of_bob(cast).done, of_bob(cast).done_at) == (AssignmentState.DONE, 1, done_at)


def test_before_its_day_is_over_it_is_counted_anew(cast: Cast, clock: Clock, works: Works) -> None:
    assign(cast, Asked(1, criterion_id="direct_line_given"))
    voicemail = cast.leaves(f"one {BOBS_LINE}")
    works()
    keep_the_rules(cast.services)
    overrule(cast.services, cast.as_seen_by(cast.alice), voicemail, "direct_line_given", Outcome.NOT_MET, "Another number")
    assert state(cast) is AssignmentState.UNDER_WAY


def test_what_was_not_submitted_is_not_noted_as_done(cast: Cast, clock: Clock, drilled: Works) -> None:
    assign(cast, Asked(1, drill_id="invite_a_text"))
    says(cast, INVITES)
    drilled()
    clock.wait(8 * 86_400)
    keep_the_rules(cast.services)
    assert [state(cast, who) for who in ("alice", "bob")] == [AssignmentState.OVERDUE] * 2


def test_for_who_leaves_or_goes_to_another_store_it_ends_and_does_not_begin_again(cast: Cast) -> None:
    assign(cast)
    abe = cast.as_seen_by(cast.abe)
    staff.deactivate(cast.services, abe, cast.bob)
    assert state(cast) is AssignmentState.LEFT
    staff.let_back(cast.services, abe, cast.bob)
    assert state(cast) is AssignmentState.LEFT
    assign(cast)
    bob = staff.member(cast.services, abe, cast.bob)
    staff.change(cast.services, abe, replace(bob, person=replace(bob.person, direct_line="240-555-0199")))
    assert AssignmentState.UNDER_WAY in lines(cast, "bob")[0].states
    moved = replace(bob.person, store_id=cast.other_store, team_id=None)
    staff.change(cast.services, abe, replace(bob, person=moved))
    assert [line.is_open for line in lines(cast, "bob")] == [False, False]


def test_another_team_takes_its_rep_and_what_they_are_to_do(cast: Cast) -> None:
    given, abe = assign(cast), cast.as_seen_by(cast.abe)
    bob = staff.member(cast.services, abe, cast.bob)
    staff.change(cast.services, abe, replace(bob, person=replace(bob.person, team_id=cast.other_team)))
    assert lines(cast, "alice") == []
    with pytest.raises(NotFound):
        withdraw(cast.services, cast.as_seen_by(cast.alice), given)
    assert state(cast, "dana") is AssignmentState.UNDER_WAY


def test_with_its_only_rep_erased_it_goes_and_with_its_trainer_their_words(cast: Cast) -> None:
    dana = cast.as_seen_by(cast.dana)
    assign(cast, who="dana", reps=[cast.bob, cast.charlie])
    assign(cast)
    erase_person(cast.services, dana, cast.bob)
    (left,) = lines(cast, "dana")
    assert [one.rep.name for one in left.progress] == ["Charlie"]
    erase_person(cast.services, cast.as_seen_by(cast.abe), cast.dana)
    (left,) = lines(cast, "charlie")
    assert (left.assignment.note, left.assignment.trainer_name) == ("(removed)", "")


def test_what_is_open_comes_first_by_its_day_then_what_has_ended(cast: Cast) -> None:
    days = [assign(cast, due=TODAY + timedelta(days=n)) for n in (5, 2, 9)]
    withdraw(cast.services, cast.as_seen_by(cast.alice), days[1])
    assert [line.assignment.id for line in lines(cast, "bob")] == [days[0], days[2], days[1]]


def test_what_the_store_does_not_judge_is_not_asked_for(cast: Cast) -> None:
    choose_profile(cast.services, cast.as_seen_by(cast.dana), cast.store, "short_and_curious")
    with pytest.raises(CoachingError, match="leaves this criterion out, so it is not counted"):
        assign(cast, Asked(2, criterion_id="value_offered"))
    assert assign(cast), "what it does judge still is"


def test_what_was_done_stays_done_when_the_store_judges_by_another_profile(cast: Cast, works: Works, clock: Clock) -> None:
    given = assign(cast, replace(LINE, wanted=1))
    cast.leaves(f"one {BOBS_LINE}")
    works()
    clock.at += timedelta(days=8)
    note_what_is_done(cast.services)
    (line,) = lines(cast, "bob")
    store = replace(line.store, profile_id="short_and_curious")
    left_out = replace(line.assignment, asked=Asked(1, criterion_id="value_offered"))
    assert replace(line, store=store, assignment=left_out).why_not_counted == ""
    assert (line.assignment.id, line.states) == (given, [AssignmentState.DONE])
