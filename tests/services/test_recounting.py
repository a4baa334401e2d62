"""A stop between the change of a store's clock and the end of its counting loses nothing."""

from contextlib import AbstractContextManager
from dataclasses import replace

import pytest

from coaching.services.follow_up.settings import change_time_zone
from coaching.services.recounting import recount
from coaching.storage import counting
from coaching.storage.database import Connection, Database
from tests.team_history import live_through, sums
from tests.world import Cast


class Killed(Exception):
    """In the midst of something."""


class KilledBeforeItsNext(Database):
    """Is killed before the second transaction that writes."""

    def __init__(self, database: Database) -> None:
        self.engine, self.begun = database.engine, False

    def writing(self) -> AbstractContextManager[Connection]:
        if self.begun:
            raise Killed
        self.begun = True
        return super().writing()


def test_what_was_stopped_is_gone_on_with(cast: Cast) -> None:
    live_through(cast)
    killed = replace(cast.services, database=KilledBeforeItsNext(cast.services.database))
    with pytest.raises(Killed):
        change_time_zone(killed, cast.as_seen_by(cast.dana), cast.store, "Asia/Tokyo")
    assert recount(cast.services) > 0
    with cast.services.database.writing() as connection:
        kept = sums(connection)
        counting.rebuild(connection)
        assert sums(connection) == kept
    assert recount(cast.services) == 0
