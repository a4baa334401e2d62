from dataclasses import replace

import pytest

from coaching.domain.attempt import AttemptKind, LeadOutcome, LeadOutcomeKind
from coaching.follow_up.cadence.breaches import Rule, before_dialling, breaches
from coaching.follow_up.cadence.presets import cadence
from tests.follow_up.cast import DENISE, STORE_HOURS, attempt, call, local, opts_out, permission, refuses_calls, voicemail

OTHER_DAY = cadence("every_other_day")
GOOD = [permission(local(2, 10, 3)), voicemail(local(2, 10, 9)), call(local(2, 17)), attempt(AttemptKind.EMAIL, local(5, 9))]


def rules(*attempts: object, lead: object = DENISE) -> list[Rule]:
    return [breach.rule for breach in breaches(lead, attempts, OTHER_DAY, STORE_HOURS)]  # type: ignore[arg-type]


def test_a_clean_follow_up_breaks_no_rule() -> None:
    assert rules(*GOOD) == []


def test_a_call_before_the_permission_email_is_told_only_where_there_is_an_address() -> None:
    assert rules(voicemail(local(2, 10, 1)), permission(local(2, 10, 3))) == [Rule.PERMISSION_FIRST]
    assert rules(voicemail(local(2, 10, 1)), lead=replace(DENISE, emails=())) == []


def test_calls_and_messages_of_a_day_are_counted_apart() -> None:
    day = [permission(local(3, 9)), voicemail(local(3, 9, 30)), call(local(3, 13))]
    assert Rule.MESSAGES_A_DAY not in rules(*day)
    assert Rule.MESSAGES_A_DAY in rules(*day, voicemail(local(3, 17)))
    assert Rule.CALLS_A_DAY in rules(*day, call(local(3, 17)))
    assert Rule.CALLS_A_DAY not in rules(*day, call(local(4, 9)))


def test_a_day_is_the_stores_own() -> None:
    late, early = voicemail(local(3, 23, 50)), voicemail(local(4, 9))
    assert late.at.date() == early.at.date(), "the same day in London"
    assert rules(permission(local(3, 9)), late, early) == []


def test_two_calls_in_a_quarter_of_an_hour_are_too_close() -> None:
    found = breaches(DENISE, [*GOOD[:2], call(local(2, 10, 24))], OTHER_DAY, STORE_HOURS)
    assert [breach.rule for breach in found] == [Rule.SPACING]
    assert found[0].sentence == "Only 15 minutes after the last call; leave 3 hours between calls."


def test_a_third_silent_call_asks_for_another_channel() -> None:
    silent = [permission(local(2, 10)), voicemail(local(2, 10, 9)), call(local(2, 17))]
    assert rules(*silent, voicemail(local(4, 17))) == [Rule.SWITCH_CHANNEL]
    assert rules(*silent, attempt(AttemptKind.TEXT, local(3, 9)), voicemail(local(4, 17))) == []


@pytest.mark.parametrize(
    ("lead", "rule"),
    [(opts_out(DENISE, local(3, 9)), Rule.OPTED_OUT), (refuses_calls(DENISE, local(3, 9)), Rule.CALL_REFUSED)],
)
def test_a_wish_not_to_be_called_is_broken_by_calls_after_it_only(lead: object, rule: Rule) -> None:
    assert rule not in rules(*GOOD[:3], lead=lead)
    assert rule in rules(*GOOD[:3], voicemail(local(4, 17)), lead=lead)


def test_who_refused_calls_may_be_written_to_but_who_opted_out_may_not() -> None:
    email = attempt(AttemptKind.EMAIL, local(4, 9))
    assert rules(email, lead=refuses_calls(DENISE, local(3, 9))) == []
    assert rules(email, lead=opts_out(DENISE, local(3, 9))) == [Rule.OPTED_OUT]


def test_before_dialling_a_rep_hears_only_what_this_call_would_break() -> None:
    history = [voicemail(local(2, 10, 1)), call(local(2, 13))]
    now = before_dialling(DENISE, history, OTHER_DAY, STORE_HOURS, local(2, 14))
    assert {breach.rule for breach in now} == {Rule.CALLS_A_DAY, Rule.MESSAGES_A_DAY, Rule.SPACING, Rule.SWITCH_CHANNEL}
    gone = LeadOutcome(DENISE.id, LeadOutcomeKind.OPTED_OUT, local(3, 9))
    assert Rule.OPTED_OUT in {breach.rule for breach in before_dialling(DENISE, [], OTHER_DAY, STORE_HOURS, local(4, 9), [gone])}
