from dataclasses import replace
from datetime import datetime

from coaching.domain.attempt import Attempt, AttemptKind, Direction, LeadOutcome, LeadOutcomeKind
from coaching.domain.lead import Lead
from coaching.domain.people import Role
from coaching.follow_up.cadence.deadlines import State, deadlines
from coaching.follow_up.cadence.presets import Channel, cadence
from tests.follow_up.cast import DENISE, STORE_HOURS, attempt, call, local, opts_out, permission, refuses_calls, voicemail

OTHER_DAY = cadence("every_other_day")
ANSWERED_AT_ONCE = [permission(local(2, 10, 3)), voicemail(local(2, 10, 9))]


def states(
    now: datetime, attempts: list[Attempt], lead: Lead = DENISE, outcomes: list[LeadOutcome] | None = None
) -> dict[tuple[int, Channel], State]:
    found = deadlines(lead, attempts, OTHER_DAY, STORE_HOURS, now, outcomes or ())
    return {(one.step.day, one.step.channel): one.state for one in found}


def test_the_call_within_fifteen_minutes_is_due_then_warned_of_then_missed() -> None:
    first_call = (1, Channel.CALL)
    seen = [states(local(2, 10, minute), [])[first_call] for minute in (5, 10, 15, 16)]
    assert seen == [State.DUE, State.WARNING, State.WARNING, State.MISSED]


def test_an_attempt_in_time_keeps_the_step_and_a_later_one_is_late() -> None:
    assert states(local(2, 12), ANSWERED_AT_ONCE)[1, Channel.CALL] is State.KEPT
    assert states(local(2, 12), [voicemail(local(2, 10, 40))])[1, Channel.CALL] is State.LATE


def test_a_call_of_the_next_step_does_not_make_good_for_the_one_before() -> None:
    seen = states(local(4, 19), [voicemail(local(4, 17))])
    assert (seen[1, Channel.CALL], seen[3, Channel.CALL]) == (State.MISSED, State.KEPT)


def test_a_call_without_message_keeps_a_call_but_an_email_that_asks_nothing_is_no_permission() -> None:
    seen = states(local(2, 12), [call(local(2, 10, 5)), attempt(AttemptKind.EMAIL, local(2, 10, 5))])
    assert seen[1, Channel.CALL] is State.KEPT
    assert seen[1, Channel.EMAIL] is State.MISSED


def test_only_a_manager_keeps_the_managers_call() -> None:
    rep = [*ANSWERED_AT_ONCE, voicemail(local(4, 17)), voicemail(local(6, 10)), voicemail(local(9, 13))]
    assert states(local(9, 21), rep)[7, Channel.CALL] is State.MISSED
    manager = [*rep, voicemail(local(9, 14), Role.MANAGER)]
    assert states(local(9, 21), manager)[7, Channel.CALL] is State.KEPT


def test_a_warning_comes_at_most_an_hour_before_a_day_ends() -> None:
    seen = [states(local(4, hour), ANSWERED_AT_ONCE)[3, Channel.CALL] for hour in (9, 18, 19, 21)]
    assert seen == [State.DUE, State.DUE, State.WARNING, State.MISSED]
    assert states(local(3, 12), ANSWERED_AT_ONCE)[3, Channel.CALL] is State.AHEAD


def test_an_answer_drops_what_is_still_to_do_and_leaves_what_was_missed() -> None:
    answer = attempt(AttemptKind.TEXT, local(5, 9), direction=Direction.IN)
    seen = states(local(20, 9), [*ANSWERED_AT_ONCE, answer])
    assert (seen[3, Channel.CALL], seen[13, Channel.CALL]) == (State.MISSED, State.DROPPED)


def test_a_callback_that_was_noted_as_an_outcome_is_an_answer_too() -> None:
    outcome = LeadOutcome(DENISE.id, LeadOutcomeKind.CALLED_BACK, local(2, 18))
    assert states(local(20, 9), ANSWERED_AT_ONCE, outcomes=[outcome])[3, Channel.CALL] is State.DROPPED


def test_who_opted_out_is_never_counted_as_missed() -> None:
    for gone in (opts_out(DENISE, local(6, 9)), DENISE):
        outcomes = [] if gone.consent.opted_out_at else [LeadOutcome(DENISE.id, LeadOutcomeKind.OPTED_OUT, local(6, 9))]
        seen = set(states(local(20, 9), [], gone, outcomes).values())
        assert seen == {State.DROPPED}


def test_who_refuses_calls_is_still_written_to() -> None:
    refusal = attempt(AttemptKind.EMAIL, local(2, 10, 10), direction=Direction.IN)
    seen = states(local(5, 20, 30), [permission(local(2, 10, 3)), refusal], refuses_calls(DENISE, local(2, 10, 10)))
    assert seen[1, Channel.CALL] is State.DROPPED
    assert seen[3, Channel.CALL] is State.DROPPED
    assert seen[4, Channel.WRITE] is State.MISSED


def test_a_lead_of_which_nobody_knows_when_it_came_has_no_deadlines() -> None:
    assert deadlines(replace(DENISE, arrived_at=None), [], OTHER_DAY, STORE_HOURS, local(2, 10)) == ()


def test_what_is_in_the_future_keeps_nothing_yet() -> None:
    assert states(local(2, 10, 5), ANSWERED_AT_ONCE)[1, Channel.CALL] is State.DUE
