from pathlib import Path

import pytest

from coaching.domain.people import MACHINE, Role
from coaching.follow_up.drafts.occasion import LENGTHS_S, NoDraft
from coaching.rubrics import load_scorer
from coaching.services.demo.world import load
from coaching.services.follow_up.drafting import draft_next, judge_edited
from coaching.services.follow_up.lead_page import LeadLine, list_follow_up, read_lead
from coaching.services.follow_up.store_facts import list_store_facts
from coaching.services.parts import Services
from tests.world import Clock

OURS = Path(__file__).parents[3] / "sample_audio"


@pytest.fixture
def lines(services: Services) -> list[LeadLine]:
    load(services, OURS)
    return list(list_follow_up(services, MACHINE))


def test_a_lead_has_six_attempts_two_without_message_and_one_by_the_manager(services: Services, lines: list[LeadLine]) -> None:
    karen = next(line for line in lines if line.lead.customer_name == "Karen Doyle")
    page = read_lead(services, MACHINE, karen.lead.id)
    calls = [mark for mark in page.timeline.marks if mark.kind != "email"]
    assert len(calls) == 6
    assert [mark.kind for mark in calls].count("call") == 2
    assert [mark.role for mark in calls].count(Role.MANAGER) == 1
    assert page.adherence.late + page.adherence.missed > 0


def test_every_demo_lead_who_may_be_called_gets_a_draft_that_is_good(services: Services, lines: list[LeadLine]) -> None:
    refused, drafted = [], 0
    for place, line in enumerate(lines):
        try:
            made = draft_next(services, MACHINE, line.lead.id, LENGTHS_S[place % 3], load_scorer())
        except NoDraft:
            refused.append(line.lead.customer_name)
        else:
            assert made.meets_the_main_criteria, made.draft.text
            assert made.draft.is_as_long_as_asked
            assert judge_edited(services, MACHINE, line.lead.id, made.draft.text, load_scorer()).claims == ()
            told = read_lead(services, MACHINE, line.lead.id).card.ledger
            assert {reason.id for reason in made.draft.reasons} <= {reason.id for reason in told.unused}
            drafted += 1
    assert drafted >= 20
    assert refused == ["Agnes Doll"]


def test_loading_the_demo_again_adds_nothing(services: Services, lines: list[LeadLine]) -> None:
    facts = list_store_facts(services, MACHINE, lines[0].lead.store_id)
    load(services, OURS)
    assert len(list_follow_up(services, MACHINE)) == len(lines)
    assert list_store_facts(services, MACHINE, lines[0].lead.store_id) == facts


@pytest.mark.parametrize("hour", [0, 4, 9, 13, 17, 22])
def test_at_whatever_hour_the_demo_is_loaded_a_missed_deadline_can_be_seen(services: Services, clock: Clock, hour: int) -> None:
    clock.wait(hour * 3600)
    load(services, OURS)
    karen = next(line for line in list_follow_up(services, MACHINE) if line.lead.customer_name == "Karen Doyle")
    assert karen.adherence.late + karen.adherence.missed > 0
