"""Who is told of what, and that nobody is told twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from coaching.domain.alert import Alert, AlertKind
from coaching.domain.attempt import AttemptKind
from coaching.domain.dispute import Answer
from coaching.domain.lead import ArrivedLead, LeadId
from coaching.domain.people import PersonId
from coaching.domain.scorecard import Outcome
from coaching.domain.team_scores import A_WEEK
from coaching.reports.fall_alerts import fall_alerts
from coaching.services.alerting import QUIET, mark_read, note, note_late, read
from coaching.services.disputing import answer, dispute
from coaching.services.follow_up.noting import note_attempt
from coaching.storage import leads, scorecards
from tests.at_once import at_once
from tests.team_history import leave_each
from tests.world import Cast, Clock

NAMES = {"text_invited": "Text invitation"}
WEEK = date(2024, 9, 30)  # the one before the clock's
TEN = datetime(2024, 10, 7, 14, tzinfo=UTC)


def told(cast: Cast, person: PersonId) -> list[tuple[AlertKind, str]]:
    return [(one.alert.kind, one.whose) for one in read(cast.services, cast.as_seen_by(person))]


def arrives(cast: Cast, at: datetime, rep: PersonId | None) -> LeadId:
    with cast.services.database.writing() as connection:
        return leads.take(connection, cast.store, ArrivedLead("Walt Brandt", arrived_at=at), rep)


def fall(cast: Cast) -> None:
    for outcome, weeks, each in ((Outcome.MET, range(5, 10), 8), (Outcome.NOT_MET, range(4), 10)):
        leave_each(cast, cast.bob, [WEEK - number * A_WEEK for number in weeks] * each, {"text_invited": outcome})


def note_falls(cast: Cast) -> int:
    return note(cast.services, fall_alerts(cast.services.database, NAMES, cast.services.now()))


def test_what_two_processes_find_at_once_is_told_once(cast: Cast, clock: Clock) -> None:
    arrives(cast, TEN, cast.bob)
    clock.at = TEN + timedelta(minutes=16)
    assert at_once(4, lambda: note_late(cast.services)) == []
    assert len(told(cast, cast.bob)) == 1


def test_a_lead_that_nobody_answers_is_told_once_to_those_concerned(cast: Cast, clock: Clock) -> None:
    arrives(cast, TEN, cast.bob)
    clock.at = TEN + timedelta(minutes=15)
    assert note_late(cast.services) == 0
    clock.wait(60)
    assert [note_late(cast.services) for _ in range(3)] == [1, 0, 0]
    late = [(AlertKind.LATE_RESPONSE, "Bob")]
    assert [told(cast, one) for one in (cast.bob, cast.alice, cast.dana, cast.abe)] == [late] * 4
    assert [told(cast, one) for one in (cast.charlie, cast.erin)] == [[], []]


def test_a_late_answer_is_told_with_its_minutes_and_an_early_one_is_not(cast: Cast, clock: Clock) -> None:
    early, late = arrives(cast, TEN, cast.bob), arrives(cast, TEN, cast.bob)
    bob = cast.as_seen_by(cast.bob)
    for lead, minutes in ((early, 10), (late, 47)):
        clock.at = TEN + timedelta(minutes=minutes)
        note_attempt(cast.services, bob, lead, AttemptKind.CALL, clock())
    assert note_late(cast.services) == 1
    (one,) = read(cast.services, bob)
    assert one.alert.lead_id == late
    assert one.alert.told == "First answered after 47 minutes (store hours); 15 minutes are allowed."


def test_of_last_years_leads_nobody_is_told(cast: Cast, clock: Clock) -> None:
    arrives(cast, TEN - timedelta(days=300), cast.bob)
    clock.at = TEN
    assert note_late(cast.services) == 0


def test_a_lead_of_nobody_is_told_to_those_who_manage(cast: Cast, clock: Clock) -> None:
    arrives(cast, TEN, None)
    clock.at = TEN + timedelta(hours=1)
    note_late(cast.services)
    assert told(cast, cast.dana) == [(AlertKind.LATE_RESPONSE, "")]
    assert told(cast, cast.alice) == []


def test_a_fall_of_a_rep_and_of_the_team_is_told_once_until_the_weeks_are_others(cast: Cast, clock: Clock) -> None:
    fall(cast)
    assert [note_falls(cast) for _ in range(2)] == [2, 0]
    assert sorted(told(cast, cast.dana)) == [(AlertKind.FALL, "Bob"), (AlertKind.FALL, "Internet")]
    assert sorted(told(cast, cast.alice)) == [(AlertKind.FALL, "Bob"), (AlertKind.FALL, "Internet")]
    assert told(cast, cast.bob) == [(AlertKind.FALL, "Bob")]
    assert [told(cast, one) for one in (cast.charlie, cast.erin)] == [[], []]
    sentence = read(cast.services, cast.as_seen_by(cast.bob))[0].alert.told
    assert sentence.startswith("Text invitation fell from 100% to 0% in the last 4 weeks. More than chance (")
    clock.wait(7 * 24 * 3600)
    assert note_falls(cast) == 0


def test_the_same_fall_is_told_again_after_a_quiet_time(cast: Cast, clock: Clock) -> None:
    one = Alert(AlertKind.FALL, "fall/rep/1/text_invited/2024-09-30", clock(), cast.store, "Fell.", rep_id=cast.bob)
    assert note(cast.services, [one]) == 1
    for later, new in ((QUIET - A_WEEK, 0), (QUIET, 1)):
        assert note(cast.services, [replace(one, about=f"fall/rep/1/text_invited/{later.days}", at=one.at + later)]) == new


def test_a_dispute_is_told_to_those_who_answer_until_it_is_answered(cast: Cast) -> None:
    (left,) = leave_each(cast, cast.bob, [date(2024, 10, 7)], {"text_invited": Outcome.NOT_MET})
    dispute(cast.services, cast.as_seen_by(cast.bob), left, "text_invited", "I did say it.")
    assert [told(cast, one) for one in (cast.alice, cast.dana)] == [[(AlertKind.DISPUTE, "Bob")]] * 2
    assert [told(cast, one) for one in (cast.bob, cast.charlie, cast.erin)] == [[], [], []]
    with cast.services.database.reading() as connection:
        judged = scorecards.current_of(connection, cast.as_seen_by(cast.alice), left)
    assert judged is not None
    answer(cast.services, cast.as_seen_by(cast.alice), left, judged.disputes[0].id, Answer.KEEP, "Listen again.")
    assert told(cast, cast.alice) == []


def test_what_one_has_read_is_new_for_the_others_and_nobody_reads_what_is_not_theirs(cast: Cast, clock: Clock) -> None:
    arrives(cast, TEN, cast.bob)
    clock.at = TEN + timedelta(hours=1)
    note_late(cast.services)
    (one,) = read(cast.services, cast.as_seen_by(cast.alice))
    for person in (cast.alice, cast.alice, cast.charlie):
        mark_read(cast.services, cast.as_seen_by(person), [one.id])
    assert [read(cast.services, cast.as_seen_by(person))[0].is_read for person in (cast.alice, cast.bob)] == [True, False]


@pytest.mark.parametrize("gone", ["lead", "rep"])
def test_it_goes_with_what_it_is_about(cast: Cast, clock: Clock, gone: str) -> None:
    from coaching.storage import erasing

    lead = arrives(cast, TEN, cast.bob)
    clock.at = TEN + timedelta(hours=1)
    note_late(cast.services)
    with cast.services.database.writing() as connection:
        if gone == "lead":
            erasing.remove_lead(connection, lead)
        else:
            erasing.remove_person(connection, cast.bob)
    assert told(cast, cast.dana) == []
