"""Who works here, and on whose behalf something is asked."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from coaching.domain.context import DEFAULT_PROFILE

PersonId = NewType("PersonId", int)
StoreId = NewType("StoreId", int)
TeamId = NewType("TeamId", int)


class Role(StrEnum):
    REP = "rep"
    TRAINER = "trainer"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Store:
    """name as it is said on the telephone; main_line as written ("240-555-0100"); time_zone an IANA name; profile_id: by which
    profile of the rubric its voicemails are judged.
    """

    id: StoreId
    name: str
    main_line: str = ""
    time_zone: str = "America/New_York"
    profile_id: str = DEFAULT_PROFILE

    def day_of(self, at: datetime) -> date:
        """On the store's own clock."""
        return at.astimezone(ZoneInfo(self.time_zone)).date()


@dataclass(frozen=True, slots=True)
class Team:
    id: TeamId
    store_id: StoreId
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """store_id: where they work (None for an administrator of all); team_id: the team a rep is on.

    email: in lower case; by it they sign in. "" for somebody who does not.
    """

    id: PersonId
    name: str
    role: Role
    store_id: StoreId | None = None
    team_id: TeamId | None = None
    direct_line: str = ""
    active: bool = True
    email: str = ""


@dataclass(frozen=True, slots=True)
class Viewer:
    """The person who asks, with what they look after. Every query of what is theirs takes one.

    store_id: where they work themselves. team_ids: the teams a trainer trains. store_ids: the stores a manager manages.
    """

    id: PersonId
    name: str
    role: Role
    store_id: StoreId | None = None
    team_ids: frozenset[TeamId] = frozenset()
    store_ids: frozenset[StoreId] = frozenset()


MACHINE = Viewer(PersonId(0), "the machine", Role.ADMINISTRATOR)
"""On whose behalf the worker reads: nobody's, so everything."""
