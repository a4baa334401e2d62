from datetime import UTC, datetime, timedelta

import pytest

from coaching.domain.people import PersonId, StoreId
from coaching.domain.scorecard import Outcome
from coaching.domain.session import CoachingSession, Goal, GoalId, Result, SessionId
from coaching.reports.progress import Progress, State, progress

BOB, CHARLIE = PersonId(1), PersonId(2)
HELD = datetime(2024, 10, 7, 13, tzinfo=UTC)
LINE = "direct_line_given"


def held_with(*goals: Goal, reps: tuple[PersonId, ...] = (BOB,)) -> CoachingSession:
    names = {BOB: "Bob", CHARLIE: "Charlie"}
    return CoachingSession(SessionId(1), StoreId(1), "Line", None, "", HELD, {rep: names[rep] for rep in reps}, goals=goals)


def left(*outcomes: str, after: bool = True, rep: PersonId = BOB, criterion: str = LINE) -> list[Result]:
    """ "+" for met and "-" for not met, an hour apart."""
    said = {"+": Outcome.MET, "-": Outcome.NOT_MET}
    signs = "".join(outcomes)
    start = HELD if after else HELD - timedelta(hours=len(signs) + 1)
    return [Result(rep, criterion, start + timedelta(hours=place), said[sign]) for place, sign in enumerate(signs, 1)]


def one(results: list[Result], wanted: int = 3, out_of: int = 4) -> Progress:
    (found,) = progress(held_with(Goal(GoalId(1), LINE, wanted, out_of)), results)
    return found


@pytest.mark.parametrize(
    ("signs", "state"),
    [
        ("", State.UNDER_WAY),
        ("++", State.UNDER_WAY),
        ("+++", State.REACHED),
        ("-+++", State.REACHED),
        ("-", State.UNDER_WAY),
        ("--", State.MISSED),
        ("--+++", State.MISSED),
        ("+++---", State.REACHED),
    ],
)
def test_the_first_voicemails_after_the_session_decide(signs: str, state: State) -> None:
    assert one(left(signs)).state is state


def test_what_came_before_does_not_count_for_the_goal() -> None:
    found = one([*left("+++", after=False), *left("-")])
    assert (found.counted.hits, found.counted.n) == (0, 1)
    assert (found.before.hits, found.before.n) == (3, 3)


def test_what_was_left_in_the_very_moment_of_the_session_came_before_it() -> None:
    found = one([Result(BOB, LINE, HELD, Outcome.MET)])
    assert (found.before.n, found.after.n) == (1, 0)


def test_a_session_is_noted_to_the_minute_so_what_was_left_in_that_minute_came_before_it() -> None:
    found = one([Result(BOB, LINE, HELD + timedelta(seconds=at), Outcome.MET) for at in (20, 59, 60)])
    assert (found.before.n, found.after.n) == (2, 1)


def test_other_criteria_and_other_reps_have_their_own() -> None:
    found = progress(
        held_with(Goal(GoalId(1), LINE, 1, 2), Goal(GoalId(2), "text_invited", 1, 2), reps=(BOB, CHARLIE)),
        [*left("+"), *left("-", rep=CHARLIE), *left("-+", criterion="text_invited")],
    )
    assert [(each.goal.id, each.rep_name, each.after.hits, each.after.n) for each in found] == [
        (1, "Bob", 1, 1),
        (1, "Charlie", 0, 1),
        (2, "Bob", 1, 2),
        (2, "Charlie", 0, 0),
    ]


def test_a_rep_is_shown_their_own_alone() -> None:
    session = held_with(Goal(GoalId(1), LINE, 1, 2), reps=(BOB, CHARLIE))
    assert [each.rep_id for each in progress(session, [], seen=[CHARLIE])] == [CHARLIE]


def test_too_few_voicemails_claim_nothing() -> None:
    few = "Too few to tell: 4 voicemails are needed on either side, there are 3 and 3."
    assert one([*left("---", after=False), *left("+++")]).chance == few


@pytest.mark.parametrize("before", [5, 19, 20, 40])
def test_one_voicemail_afterwards_is_too_few_however_many_there_were_before(before: int) -> None:
    assert one([*left("-" * before, after=False), *left("+")]).chance.startswith("Too few to tell")


def test_a_small_difference_could_be_chance() -> None:
    found = one([*left("+---------", after=False), *left("+++-------")])
    assert (found.chance, found.tested) == ("Could be chance (10 and 10 voicemails).", "Fisher’s exact test, p = 0.58.")


def test_a_large_difference_is_hardly_chance() -> None:
    clear = one([*left("-" * 10, after=False), *left("+" * 10)])
    assert (clear.chance, clear.tested) == ("More than chance (10 and 10 voicemails).", "Fisher’s exact test, p < 0.001.")
