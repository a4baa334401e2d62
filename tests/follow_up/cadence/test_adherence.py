from coaching.domain.attempt import AttemptKind, Direction
from coaching.follow_up.cadence.adherence import Adherence, Counts, total
from coaching.follow_up.cadence.deadlines import deadlines
from coaching.follow_up.cadence.presets import cadence
from tests.follow_up.cast import DENISE, STORE_HOURS, attempt, call, local, opts_out, permission, voicemail

HISTORY = [permission(local(2, 10, 3)), voicemail(local(2, 10, 40)), call(local(2, 17)), voicemail(local(4, 17))]


def test_only_what_is_decided_counts() -> None:
    found = deadlines(DENISE, HISTORY, cadence("every_other_day"), STORE_HOURS, local(6, 12))
    assert Adherence.of(found) == Adherence(kept=2, late=1, missed=1)
    assert Adherence.of(found).share_kept == 0.5


def test_a_lead_that_opted_out_leaves_nothing_to_be_blamed_for() -> None:
    found = deadlines(opts_out(DENISE, local(3, 9)), [], cadence("every_other_day"), STORE_HOURS, local(20, 12))
    assert Adherence.of(found) == Adherence()
    assert Adherence.of(found).share_kept is None


def test_leads_add_up_by_steps_and_not_by_their_shares() -> None:
    assert total([Adherence(1, 0, 0), Adherence(0, 1, 8)]).share_kept == 0.1
    assert total([]) == Adherence()


def test_calls_and_messages_are_counted_apart() -> None:
    answer = attempt(AttemptKind.TEXT, local(5, 9), direction=Direction.IN)
    talk = attempt(AttemptKind.CONVERSATION, local(5, 10))
    assert Counts.of([*HISTORY, answer, talk]) == Counts(calls=4, messages=2)
