"""What went against the rules of a cadence, and what would if the rep dialled now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from coaching.domain.attempt import CALLS, Attempt, AttemptId, AttemptKind, Direction, LeadOutcome
from coaching.domain.hours import Hours
from coaching.domain.lead import Lead
from coaching.follow_up.cadence.presets import Cadence
from coaching.follow_up.cadence.stops import Why, stop_of

NOT_MADE = AttemptId("not made")


class Rule(StrEnum):
    OPTED_OUT = "opted_out"
    CALL_REFUSED = "call_refused"
    PERMISSION_FIRST = "permission_first"
    CALLS_A_DAY = "calls_a_day"
    MESSAGES_A_DAY = "messages_a_day"
    SPACING = "spacing"
    SWITCH_CHANNEL = "switch_channel"


WISHES = frozenset({Rule.OPTED_OUT, Rule.CALL_REFUSED})


@dataclass(frozen=True, slots=True)
class Breach:
    """sentence: what a rep reads, in a form that is true before the attempt as well as after it."""

    rule: Rule
    attempt: Attempt
    sentence: str


def breaches(
    lead: Lead, attempts: Sequence[Attempt], cadence: Cadence, hours: Hours, outcomes: Sequence[LeadOutcome] = ()
) -> tuple[Breach, ...]:
    """In the order of the attempts."""
    ours = sorted((attempt for attempt in attempts if attempt.direction is Direction.OUT), key=lambda attempt: attempt.at)
    calls = [attempt for attempt in ours if attempt.kind in CALLS]
    found = [
        *_after_opting_out(lead, ours, outcomes),
        *_after_refusing(lead, calls),
        *_before_permission(lead, ours, calls),
        *_too_many(calls, cadence.max_calls_a_day, hours, Rule.CALLS_A_DAY, "calls"),
        *_too_many(_left(calls), cadence.max_messages_a_day, hours, Rule.MESSAGES_A_DAY, "voicemails"),
        *_too_close(calls, timedelta(hours=cadence.hours_between_calls)),
        *_silent(ours, cadence.silent_calls_before_writing),
    ]
    return tuple(sorted(found, key=lambda breach: breach.attempt.at))


def before_dialling(
    lead: Lead,
    attempts: Sequence[Attempt],
    cadence: Cadence,
    hours: Hours,
    now: datetime,
    outcomes: Sequence[LeadOutcome] = (),
    kind: AttemptKind = AttemptKind.VOICEMAIL,
) -> tuple[Breach, ...]:
    """What would be breached by an attempt made now: once the follow-up has ended only what the customer wished."""
    made_now = Attempt(NOT_MADE, lead.id, kind, now)
    found = breaches(lead, [*attempts, made_now], cadence, hours, outcomes)
    ended = stop_of(lead, attempts, outcomes)
    return tuple(one for one in found if one.attempt is made_now and (ended is None or one.rule in WISHES))


def _after_opting_out(lead: Lead, ours: Sequence[Attempt], outcomes: Sequence[LeadOutcome]) -> Iterator[Breach]:
    stop = stop_of(lead, (), outcomes)
    if stop and stop.why is Why.OPTED_OUT:
        for attempt in ours:
            if attempt.at > stop.at:
                yield Breach(Rule.OPTED_OUT, attempt, "The customer asked for no contact. Every stop is honoured.")


def _after_refusing(lead: Lead, calls: Sequence[Attempt]) -> Iterator[Breach]:
    refused_at = lead.consent.call_refused_at
    for call in calls:
        if refused_at and call.at > refused_at:
            yield Breach(Rule.CALL_REFUSED, call, "The customer asked not to be called. Write, and say sorry for crossing wires.")


def _before_permission(lead: Lead, ours: Sequence[Attempt], calls: Sequence[Attempt]) -> Iterator[Breach]:
    if not lead.emails or not calls:
        return
    if not any(attempt.asks_permission and attempt.at <= calls[0].at for attempt in ours):
        yield Breach(
            Rule.PERMISSION_FIRST, calls[0], "First the e-mail that asks whether a call is welcome, then the first call."
        )


def _left(calls: Sequence[Attempt]) -> list[Attempt]:
    return [call for call in calls if call.kind is AttemptKind.VOICEMAIL]


def _too_many(attempts: Sequence[Attempt], most: int, hours: Hours, rule: Rule, what: str) -> Iterator[Breach]:
    for place, attempt in enumerate(attempts):
        same_day = [one for one in attempts[: place + 1] if hours.day_of(one.at) == hours.day_of(attempt.at)]
        if len(same_day) > most:
            yield Breach(rule, attempt, f"That makes {len(same_day)} {what} in one day; at most {most} here.")


def _too_close(calls: Sequence[Attempt], least: timedelta) -> Iterator[Breach]:
    for before, call in pairwise(calls):
        if call.at - before.at < least:
            minutes = round((call.at - before.at) / timedelta(minutes=1))
            passed = "1 minute" if minutes == 1 else f"{minutes} minutes"
            hours = round(least / timedelta(hours=1))
            yield Breach(Rule.SPACING, call, f"Only {passed} after the last call; leave {hours} hours between calls.")


def _silent(ours: Sequence[Attempt], most: int | None) -> Iterator[Breach]:
    silent = 0
    for attempt in ours:
        if most is not None and attempt.kind in CALLS and silent >= most:
            yield Breach(Rule.SWITCH_CHANNEL, attempt, f"{silent} calls without an answer: write before you call again.")
        silent = silent + 1 if attempt.kind in CALLS else 0
