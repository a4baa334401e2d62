from dataclasses import replace
from datetime import UTC, datetime

import pytest

from coaching.domain.lead import ArrivedLead
from coaching.follow_up.leads.identity import digits, identities

DENISE = ArrivedLead(
    "Denise Okafor",
    phones=("(410) 555-0143",),
    emails=("Denise@Example.org",),
    source="Cars.com",
    reference="C-881",
    arrived_at=datetime(2026, 3, 7, 14, 12, tzinfo=UTC),
    facts={"vehicle": "2026 Honda CR-V"},
)


def same(one: ArrivedLead, other: ArrivedLead) -> bool:
    return bool(set(identities(one)) & set(identities(other)))


@pytest.mark.parametrize(
    "other",
    [
        replace(DENISE, phones=(), emails=(), arrived_at=None, facts={}),
        replace(DENISE, reference=None, emails=(), phones=("+1 410 555 0143",)),
        replace(DENISE, reference=None, phones=(), emails=("denise@example.org",)),
        replace(DENISE, reference="another", facts={"vehicle": "2026 honda cr v"}),
    ],
)
def test_the_same_lead_exported_otherwise_is_the_same(other: ArrivedLead) -> None:
    assert same(DENISE, other)


@pytest.mark.parametrize(
    "other",
    [
        replace(DENISE, reference=None, facts={"vehicle": "2026 Honda Pilot"}),
        replace(DENISE, reference=None, arrived_at=datetime(2026, 5, 1, tzinfo=UTC)),
        replace(DENISE, reference="C-882", phones=("410-555-0144",), emails=()),
        replace(DENISE, source="CarGurus", phones=(), emails=()),
    ],
)
def test_another_request_or_person_is_another_lead(other: ArrivedLead) -> None:
    assert not same(DENISE, other)


def test_a_lead_with_nothing_but_a_name_is_known_by_it() -> None:
    assert same(ArrivedLead("Denise  Okafor"), ArrivedLead("denise okafor"))
    assert not same(ArrivedLead("Denise Okafor"), ArrivedLead("Denise Okafor", phones=("410-555-0143",)))


def test_a_number_is_the_same_however_it_is_written() -> None:
    assert {digits(number) for number in ("(410) 555-0143", "+1 410.555.0143", "14105550143")} == {"4105550143"}
