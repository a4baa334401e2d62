from dataclasses import replace

import pytest

from coaching.domain.lead import Lead, LeadId
from coaching.follow_up.leads.matching import match_recording
from tests.follow_up.cast import STORE

DENISE = Lead(LeadId(1), STORE, "Denise Okafor", {"vehicle": "2026 Honda CR-V"}, reference="C-881", phones=("(410) 555-0143",))
OTHER_DENISE = Lead(LeadId(2), STORE, "Denise Hall", {"vehicle": "2026 Honda Pilot"}, reference="C-882")
WALT = Lead(LeadId(3), STORE, "Walt Brandt", {"vehicle": "2024 Ford F-150"}, reference="7")
LEADS = [DENISE, OTHER_DENISE, WALT]


@pytest.mark.parametrize(
    "file_name",
    ["Bob - Denise Okafor.wav", "denise_okafor_2.mp3", "C-881 first.wav", "call_4105550143_out.wav", "calls\\1-410-555-0143.wav"],
)
def test_a_file_that_is_called_after_a_lead_is_theirs(file_name: str) -> None:
    found = match_recording(file_name, "", LEADS)
    assert (found.leads, found.sure) == ((DENISE,), True)


@pytest.mark.parametrize(
    "said",
    ["Hi, Miss Okafor, this is Bob.", "Hi Denise, this is Bob about the CR-V.", "Hello Deneese Okafor, it's Bob."],
)
def test_a_name_that_is_heard_with_the_surname_or_the_vehicle_is_sure(said: str) -> None:
    found = match_recording("20260309.wav", said, LEADS)
    assert (found.leads, found.sure) == ((DENISE,), True)


def test_a_first_name_alone_is_asked_about() -> None:
    found = match_recording("vm-7.wav", "Hi Walt, this is Bob, call me back.", LEADS)
    assert (found.leads, found.sure) == ((WALT,), False)
    assert match_recording("vm.wav", "Hi Denise, this is Bob, call me back.", LEADS).leads == (DENISE, OTHER_DENISE)


def test_a_file_name_that_says_another_name_than_is_heard_is_asked_about() -> None:
    found = match_recording("Walt Brandt.wav", "Hi Denise, this is Bob about the CR-V.", LEADS)
    assert not found.sure
    assert {lead.id for lead in found.leads} == {DENISE.id, OTHER_DENISE.id, WALT.id}


def test_two_leads_with_one_name_are_asked_about() -> None:
    twin = replace(WALT, id=LeadId(4))
    assert not match_recording("Walt Brandt.wav", "", [WALT, twin]).sure


@pytest.mark.parametrize(("file_name", "said"), [("audio.wav", ""), ("7.wav", "Hi there, this is Bob."), ("denise.wav", "")])
def test_what_tells_nothing_matches_nobody(file_name: str, said: str) -> None:
    assert match_recording(file_name, said, LEADS).leads == ()
