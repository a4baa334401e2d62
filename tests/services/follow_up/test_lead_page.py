from datetime import timedelta

import pytest

from coaching.domain.attempt import AttemptKind, LeadOutcome, LeadOutcomeKind
from coaching.domain.people import Role
from coaching.errors import NotFound
from coaching.follow_up.cadence.adherence import Adherence
from coaching.follow_up.cadence.breaches import Rule
from coaching.follow_up.cadence.deadlines import State
from coaching.follow_up.cadence.stops import Why
from coaching.services.follow_up.lead_page import LeadPage, list_follow_up, read_lead
from coaching.services.follow_up.noting import note_attempt, note_outcome
from tests.services.follow_up.conftest import FollowUp
from tests.world import BOBS_LINE, Clock

SAID = f"Hi Walt this is Bob my direct line is {BOBS_LINE}"


def page(follow_up: FollowUp) -> LeadPage:
    cast = follow_up.cast
    return read_lead(cast.services, cast.as_seen_by(cast.bob), follow_up.walt)


def test_six_attempts_stand_on_one_line_with_the_repeat_drawn_as_an_arc(follow_up: FollowUp, clock: Clock) -> None:
    cast = follow_up.cast
    bob, dana = cast.as_seen_by(cast.bob), cast.as_seen_by(cast.dana)
    clock.wait(300)
    note_attempt(cast.services, bob, follow_up.walt, AttemptKind.EMAIL, clock(), asks_permission=True)
    clock.wait(300)
    follow_up.leaves(SAID)
    for hours in (8, 24):
        clock.wait(hours * 3600)
        note_attempt(cast.services, bob, follow_up.walt, AttemptKind.CALL, clock())
    clock.wait(24 * 3600)
    note_attempt(cast.services, dana, follow_up.walt, AttemptKind.VOICEMAIL, clock())
    clock.wait(24 * 3600)
    follow_up.leaves(SAID + " ")
    line = page(follow_up).timeline
    assert len(line.marks) == 6
    assert [mark.role for mark in line.marks].count(Role.MANAGER) == 1
    assert [mark.score for mark in line.marks] == [None, 100.0, None, None, None, 40.0]
    (arc,) = line.arcs
    assert (arc.later, arc.earlier) == (line.marks[5].attempt_id, line.marks[1].attempt_id)


def test_the_first_call_is_missed_by_the_clock_of_the_store(follow_up: FollowUp, clock: Clock) -> None:
    clock.wait(16 * 60)
    assert page(follow_up).adherence == Adherence(missed=2)
    assert page(follow_up).timeline.deadlines[0].state is State.MISSED


def test_what_is_most_pressing_comes_first_and_who_opted_out_comes_last(follow_up: FollowUp, clock: Clock) -> None:
    cast = follow_up.cast
    dana = cast.as_seen_by(cast.dana)
    gone = LeadOutcome(follow_up.walt, LeadOutcomeKind.OPTED_OUT, clock())
    lines = list_follow_up(cast.services, dana)
    assert [line.lead.id for line in lines] == [follow_up.ed, follow_up.walt, cast.denise]
    note_outcome(cast.services, dana, gone)
    clock.wait(16 * 60)
    lines = list_follow_up(cast.services, dana)
    assert [line.lead.id for line in lines] == [follow_up.ed, cast.denise, follow_up.walt]
    assert lines[2].stop
    assert lines[2].stop.why is Why.OPTED_OUT
    assert lines[2].adherence == Adherence()
    assert Rule.OPTED_OUT in {breach.rule for breach in page(follow_up).card.held_back}


def test_a_rep_sees_only_their_own_leads(follow_up: FollowUp) -> None:
    cast = follow_up.cast
    seen = [line.lead.id for line in list_follow_up(cast.services, cast.as_seen_by(cast.charlie))]
    assert seen == [follow_up.ed]
    with pytest.raises(NotFound):
        read_lead(cast.services, cast.as_seen_by(cast.charlie), follow_up.walt)


def test_a_lead_whose_voicemail_was_not_judged_yet_has_its_mark_all_the_same(follow_up: FollowUp, clock: Clock) -> None:
    clock.wait(timedelta(minutes=5).total_seconds())
    follow_up.cast.leaves(SAID, lead=follow_up.walt)
    (mark,) = page(follow_up).timeline.marks
    assert (mark.kind, mark.score) == (AttemptKind.VOICEMAIL, None)
