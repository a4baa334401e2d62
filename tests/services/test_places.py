"""Stores and their teams."""

import pytest

from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.services import people, places
from tests.world import Cast


def test_a_store_is_opened_and_renamed_and_gets_teams(cast: Cast) -> None:
    abe = cast.as_seen_by(cast.abe)
    store_id = places.open_store(cast.services, abe, "  Harbor  Kia ", "301-555-0100", "America/Chicago")
    team_id = places.add_team(cast.services, abe, store_id, "Internet")
    places.rename_store(cast.services, abe, store_id, "Harbor Kia West")
    places.rename_team(cast.services, abe, team_id, "BDC")
    store = next(one for one in people.stores(cast.services, abe) if one.id == store_id)
    assert (store.name, store.main_line, store.time_zone) == ("Harbor Kia West", "301-555-0100", "America/Chicago")
    assert [team.name for team in people.teams(cast.services, abe) if team.store_id == store_id] == ["BDC"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, "fairhaven HONDA"])
def test_a_name_that_is_empty_or_taken_is_refused(cast: Cast, name: str) -> None:
    abe = cast.as_seen_by(cast.abe)
    with pytest.raises(CoachingError):
        places.open_store(cast.services, abe, name, "", "America/New_York")
    with pytest.raises(CoachingError):
        places.rename_store(cast.services, abe, cast.other_store, name)


def test_a_main_line_that_cannot_be_kept_is_refused(cast: Cast) -> None:
    with pytest.raises(CoachingError, match="at most 40 characters"):
        places.open_store(cast.services, cast.as_seen_by(cast.abe), "Harbor Kia", "5" * 41, "America/New_York")


def test_two_stores_may_have_a_team_of_the_same_name_but_one_store_not_two(cast: Cast) -> None:
    abe = cast.as_seen_by(cast.abe)
    assert places.add_team(cast.services, abe, cast.other_store, "Internet")
    with pytest.raises(CoachingError, match="already"):
        places.add_team(cast.services, abe, cast.store, "internet")


def test_a_clock_that_is_not_there_is_refused(cast: Cast) -> None:
    with pytest.raises(CoachingError, match="time zone"):
        places.open_store(cast.services, cast.as_seen_by(cast.abe), "Harbor Kia", "", "Mars/Olympus")


def test_a_team_that_is_not_there_is_told(cast: Cast) -> None:
    with pytest.raises(NotFound):
        places.rename_team(cast.services, cast.as_seen_by(cast.abe), type(cast.team)(4242), "BDC")


@pytest.mark.parametrize("who", ["bob", "alice", "dana"])
def test_nobody_but_an_administrator_may(cast: Cast, who: str) -> None:
    viewer = cast.as_seen_by(getattr(cast, who))
    for act in (
        lambda: places.open_store(cast.services, viewer, "Harbor Kia", "", "America/New_York"),
        lambda: places.rename_store(cast.services, viewer, cast.store, "Ours"),
        lambda: places.add_team(cast.services, viewer, cast.store, "Ours"),
        lambda: places.rename_team(cast.services, viewer, cast.team, "Ours"),
    ):
        with pytest.raises(NotAllowed):
            act()
