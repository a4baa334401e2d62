from coaching.domain.attempt import Attempt, AttemptKind, Direction
from coaching.domain.people import Role
from coaching.domain.scorecard import Evidence, Finding, Outcome, Repeated, Scorecard, ValueKind
from coaching.follow_up.cadence.deadlines import deadlines
from coaching.follow_up.cadence.presets import cadence
from coaching.follow_up.reasons.ledger import Heard
from coaching.follow_up.timeline import Arc, Gap, timeline
from tests.follow_up.cast import DENISE, STORE_HOURS, attempt, call, local, permission, voicemail

RATE = "The rate on the CR-V went to 2.9."
AGAIN = "Denise, the CR-V is at 2.9."


def scored(value: ValueKind | None, *repeats: Repeated) -> Scorecard:
    findings = (
        Finding("value_offered", Outcome.MET if value else Outcome.NOT_MET, "", kind=value),
        Finding(
            "no_repetition",
            Outcome.NOT_MET if repeats else Outcome.MET,
            "",
            tuple(Evidence("the CR-V is at 2.9", 8, 26, repeats=repeated) for repeated in repeats),
        ),
    )
    return Scorecard("1", "default", findings, (), {"value_offered": 3.0, "no_repetition": 1.0}, {})


FIRST, REPEAT = voicemail(local(2, 10, 9)), voicemail(local(9, 10))
SIX: list[Attempt] = [
    permission(local(2, 10, 3)),
    FIRST,
    call(local(2, 17)),
    call(local(4, 17)),
    voicemail(local(5, 11), Role.MANAGER),
    REPEAT,
]
HEARD = [
    Heard(FIRST, RATE, scored(ValueKind.INCENTIVE)),
    Heard(REPEAT, AGAIN, scored(ValueKind.INCENTIVE, Repeated("v-1", "The rate on the CR-V went to 2.9", 0, 32))),
]
NOW = local(11, 12)
DUE = deadlines(DENISE, SIX, cadence("every_other_day"), STORE_HOURS, NOW)


def test_every_attempt_is_marked_with_who_made_it_its_score_and_its_reason() -> None:
    line = timeline(DENISE, SIX[::-1], HEARD, DUE, NOW)
    assert [mark.attempt_id for mark in line.marks] == [one.id for one in SIX]
    assert [mark.role for mark in line.marks].count(Role.MANAGER) == 1
    assert [(mark.score, mark.reason) for mark in line.marks if mark.score is not None] == [
        (100.0, ValueKind.INCENTIVE),
        (75.0, ValueKind.INCENTIVE),
    ]


def test_what_came_again_is_an_arc_between_the_two_attempts() -> None:
    line = timeline(DENISE, SIX, HEARD, DUE, NOW, repeated_ids={"v-1": FIRST.id})
    assert line.arcs == (Arc(REPEAT.id, FIRST.id, "the CR-V is at 2.9", "The rate on the CR-V went to 2.9"),)


def test_a_repeat_of_a_message_that_is_no_attempt_here_draws_nothing() -> None:
    assert timeline(DENISE, SIX, HEARD, DUE, NOW).arcs == ()


def test_gaps_of_a_day_or_more_are_told() -> None:
    line = timeline(DENISE, SIX, [], DUE, NOW)
    assert line.gaps == (Gap(local(2, 17), local(4, 17)), Gap(local(5, 11), local(9, 10)), Gap(local(9, 10), NOW))


def test_the_line_ends_where_the_customer_answered() -> None:
    answer = attempt(AttemptKind.TEXT, local(10, 9), direction=Direction.IN)
    line = timeline(DENISE, [*SIX, answer], HEARD, DUE, NOW)
    assert line.ends_at == local(10, 9)
    assert line.gaps[-1] == Gap(local(5, 11), local(9, 10))


def test_a_lead_without_attempts_is_one_gap_since_it_arrived() -> None:
    assert timeline(DENISE, [], [], (), NOW).gaps == (Gap(local(2, 10), NOW),)
