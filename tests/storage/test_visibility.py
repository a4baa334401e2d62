"""Alice trains Bob; Charlie is on another team; Dana manages both; Erin manages another store."""

import pytest

from coaching.errors import NotFound
from coaching.services.hearing import hear
from coaching.services.people import everybody, reps, stores
from coaching.services.reading import list_leads, list_voicemails, read
from tests.world import Cast

SEES_BOBS = {"alice": True, "bob": True, "charlie": False, "dana": True, "erin": False, "abe": True}


@pytest.mark.parametrize(("person", "sees"), SEES_BOBS.items())
def test_a_voicemail_is_there_for_those_who_look_after_its_rep(cast: Cast, person: str, sees: bool) -> None:
    voicemail_id = cast.leaves("hello there")
    viewer = cast.as_seen_by(getattr(cast, person))
    assert [line.voicemail.id for line in list_voicemails(cast.services, viewer)] == [voicemail_id] * sees
    for ask in (read, hear):
        if sees:
            assert ask(cast.services, viewer, voicemail_id)
        else:
            with pytest.raises(NotFound):
                ask(cast.services, viewer, voicemail_id)


@pytest.mark.parametrize(("person", "sees"), SEES_BOBS.items())
def test_a_lead_is_there_for_those_who_look_after_its_rep(cast: Cast, person: str, sees: bool) -> None:
    leads = list_leads(cast.services, cast.as_seen_by(getattr(cast, person)))
    assert [lead.customer_name for lead in leads] == ["Denise Okafor"] * sees


@pytest.mark.parametrize(
    ("person", "names"),
    {
        "alice": ["Bob"],
        "bob": ["Bob"],
        "charlie": ["Charlie"],
        "dana": ["Bob", "Charlie"],
        "erin": [],
        "abe": ["Bob", "Charlie"],
    }.items(),
)
def test_one_may_upload_for_the_reps_one_looks_after(cast: Cast, person: str, names: list[str]) -> None:
    assert [rep.name for rep in reps(cast.services, cast.as_seen_by(getattr(cast, person)))] == names


def test_a_store_is_there_for_those_who_work_in_or_manage_it(cast: Cast) -> None:
    assert [store.name for store in stores(cast.services, cast.as_seen_by(cast.bob))] == ["Fairhaven Honda"]
    assert [store.name for store in stores(cast.services, cast.as_seen_by(cast.erin))] == ["Riverbend Toyota"]
    assert len(stores(cast.services, cast.as_seen_by(cast.abe))) == 2


def test_everybody_can_be_chosen_in_the_demo(cast: Cast) -> None:
    assert [person.name for person in everybody(cast.services)] == ["Abe", "Alice", "Bob", "Charlie", "Dana", "Erin"]
