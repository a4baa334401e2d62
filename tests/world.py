"""The cast: Alice trains Bob; Charlie is on another team; Dana manages both; Erin manages another store; Abe administers."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coaching.domain.lead import LeadId
from coaching.domain.people import PersonId, Role, StoreId, TeamId, Viewer
from coaching.domain.voicemail import VoicemailId
from coaching.services import people as people_service
from coaching.services.parts import Services
from coaching.services.placing import Placement
from coaching.services.receive import Upload, receive
from coaching.storage import leads, people
from coaching.storage.blobs import Folder
from coaching.storage.database import Database

BOBS_LINE = "240-555-0187"
SEVENTH_OF_OCTOBER = datetime(2024, 10, 7, 13, 0, tzinfo=UTC)


class Clock:
    """Stands still until it is told otherwise."""

    def __init__(self, at: datetime = SEVENTH_OF_OCTOBER) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def wait(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass(frozen=True)
class Cast:
    services: Services
    store: StoreId
    other_store: StoreId
    team: TeamId
    other_team: TeamId
    alice: PersonId
    bob: PersonId
    charlie: PersonId
    dana: PersonId
    erin: PersonId
    abe: PersonId
    denise: LeadId

    def as_seen_by(self, person: PersonId) -> Viewer:
        return people_service.viewer(self.services, person)

    def leaves(
        self, said: str, *, rep: PersonId | None = None, attempt: int | None = None, lead: LeadId | None = None
    ) -> VoicemailId:
        """The rep (Bob unless told) uploads a voicemail; the fake listener hears what is written in the file."""
        rep = rep or self.bob
        upload = Upload(f"{said[:12]}.wav", said.encode(), Placement(rep_id=rep, lead_id=lead, attempt=attempt))
        return receive(self.services, self.as_seen_by(rep), upload).voicemail_id


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(database: Database, tmp_path: Path, clock: Clock) -> Services:
    return Services(database, Folder(tmp_path / "audio"), clock)


@pytest.fixture
def cast(services: Services) -> Cast:
    with services.database.writing() as connection:
        store = people.add_store(connection, "Fairhaven Honda", "410-555-0100")
        other_store = people.add_store(connection, "Riverbend Toyota", "540-555-0100")
        team, other_team = people.add_team(connection, store, "Internet"), people.add_team(connection, store, "Floor")
        bob = people.add_person(connection, "Bob", Role.REP, store_id=store, team_id=team, direct_line=BOBS_LINE)
        return Cast(
            services,
            store,
            other_store,
            team,
            other_team,
            alice=people.add_person(connection, "Alice", Role.TRAINER, store_id=store, trains_teams=[team]),
            bob=bob,
            charlie=people.add_person(connection, "Charlie", Role.REP, store_id=store, team_id=other_team),
            dana=people.add_person(connection, "Dana", Role.MANAGER, store_id=store, manages_stores=[store]),
            erin=people.add_person(connection, "Erin", Role.MANAGER, store_id=other_store, manages_stores=[other_store]),
            abe=people.add_person(connection, "Abe", Role.ADMINISTRATOR),
            denise=leads.add(connection, store, "Denise Okafor", rep_id=bob, facts={"vehicle": "2025 Honda CR-V"}),
        )
