"""The demo world: a store with two teams, and the sample recordings received as if their reps had just uploaded them."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from coaching.domain.job import Priority
from coaching.domain.lead import ArrivedLead, LeadId
from coaching.domain.people import MACHINE, PersonId, Role
from coaching.errors import InvalidFile
from coaching.services.demo import coaching, follow_up, opening, practice
from coaching.services.demo.samples import Sample, read_samples
from coaching.services.parts import Services
from coaching.services.people import viewer
from coaching.services.placing import Placement
from coaching.services.receive import Upload, receive
from coaching.storage import installation, leads, people
from coaching.storage.database import Connection

PEOPLE = Path(__file__).parent / "people.toml"
# In hours in which the store is open, of which a day has eleven.
BETWEEN_LEADS = timedelta(hours=3)
BETWEEN_ATTEMPTS = timedelta(hours=12)
BEFORE_THE_FIRST_CALL = timedelta(hours=14)  # longer than a night, so that a missed deadline can be seen at any hour
EMAIL = "customer@example.org"


def load(services: Services, samples_folder: Path) -> int:
    """Fills an empty database, or adds what is new in the folder. Returns how many recordings are new.

    Raises InvalidFile where leads.jsonl or people.toml cannot be used.
    """
    samples = read_samples(samples_folder)
    times = _times(samples, services.now())
    with services.database.writing() as connection:
        reps = _reps(connection) or _hire(connection, samples, services.now())
        opened = {
            sample.lead: _lead(connection, sample, _rep(reps, sample), left_at - BEFORE_THE_FIRST_CALL)
            for sample, left_at in sorted(zip(samples, times, strict=True), key=lambda pair: pair[0].attempt)
        }
    new = 0
    for sample, left_at in zip(samples, times, strict=True):
        rep_id = _rep(reps, sample)
        placement = Placement(rep_id, opened[sample.lead], attempt=sample.attempt, left_at=left_at)
        upload = Upload(sample.recording, (samples_folder / sample.recording).read_bytes(), placement)
        new += receive(services, viewer(services, rep_id), upload, Priority.DEMO).is_new
    with services.database.reading() as connection:
        store_id = people.get(connection, MACHINE, _rep(reps, samples[0])).store_id
    if store_id is not None:
        follow_up.load(services, store_id)
        coaching.load(services, store_id)
        practice.load(services, samples_folder)
    return new


def _reps(connection: Connection) -> Mapping[str, PersonId]:
    return {person.name: person.id for person in people.listed(connection, MACHINE, Role.REP)}


def _hire(connection: Connection, samples: Sequence[Sample], now: datetime) -> Mapping[str, PersonId]:
    """Opens the store and fills it with people; the reps' lines stand with their recordings."""
    installation.mark_as_demo(connection, now)
    store = samples[0].rep
    lines = {sample.rep["name"]: sample.rep["direct_line"] for sample in samples}
    store_id = people.add_store(connection, store["dealership"], store["main_line"], opening.TIME_ZONE)
    cast: dict[str, Any] = tomllib.loads(PEOPLE.read_text(encoding="utf-8"))
    for team in cast["team"]:
        team_id = people.add_team(connection, store_id, team["name"])
        people.add_person(connection, team["trainer"], Role.TRAINER, store_id=store_id, trains_teams=[team_id])
        for name in team["reps"]:
            line = lines.get(name, "")
            people.add_person(connection, name, Role.REP, store_id=store_id, team_id=team_id, direct_line=line)
    people.add_person(connection, cast["manager"], Role.MANAGER, store_id=store_id, manages_stores=[store_id])
    people.add_person(connection, cast["administrator"], Role.ADMINISTRATOR, store_id=store_id)
    return _reps(connection)


def _rep(reps: Mapping[str, PersonId], sample: Sample) -> PersonId:
    name = sample.rep["name"]
    if name not in reps:
        raise InvalidFile(f"{PEOPLE.name} names no rep {name!r}, who left {sample.recording}. Add the name to a team.")
    return reps[name]


def _lead(connection: Connection, sample: Sample, rep_id: PersonId, arrived_at: datetime) -> LeadId:
    store_id = people.get(connection, MACHINE, rep_id).store_id
    assert store_id is not None
    known = leads.referred_to(connection, store_id, sample.lead)
    if known is not None:
        return known.id
    name = sample.customer.get("name", "")
    arrived = ArrivedLead(name, sample.facts, sample.lead, source="Website", arrived_at=arrived_at, emails=(EMAIL,))
    return leads.take(connection, store_id, arrived, rep_id)


def _times(samples: Sequence[Sample], now: datetime) -> list[datetime]:
    """When each was left: the leads one after another up to now, their attempts a day and an hour apart, while the store is
    open.
    """
    in_order = list(dict.fromkeys(sample.lead for sample in samples))
    last = {lead: max(sample.attempt for sample in samples if sample.lead == lead) for lead in in_order}
    return [
        opening.before(
            now, BETWEEN_LEADS * (in_order.index(sample.lead) + 1) + BETWEEN_ATTEMPTS * (last[sample.lead] - sample.attempt)
        )
        for sample in samples
    ]
