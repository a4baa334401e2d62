"""Somebody presses play."""

from coaching.services import playing
from tests.at_once import at_once
from tests.world import Cast


def test_who_plays_it_in_several_tabs_at_once_has_played_it(cast: Cast) -> None:
    alice, left = cast.as_seen_by(cast.alice), cast.leaves("hello")
    assert at_once(8, lambda: playing.note_played(cast.services, alice, left)) == []
