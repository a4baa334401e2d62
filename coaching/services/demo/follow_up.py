"""The follow-up of the demo store, beside the recordings: what it can tell, other attempts, outcomes, fresh leads."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from coaching.domain.attempt import Attempt, AttemptId, AttemptKind, CallbackPath, LeadOutcome, LeadOutcomeKind
from coaching.domain.follow_up_settings import FollowUpSettings
from coaching.domain.lead import ArrivedLead, Consent, Lead
from coaching.domain.people import MACHINE, Person, Role, StoreId
from coaching.domain.scorecard import NumberMatch, ValueKind
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.services.demo import opening
from coaching.services.parts import Services
from coaching.storage import attempts, follow_up_settings, leads, people, store_facts
from coaching.storage.database import Connection

FOLLOW_UP = Path(__file__).parent / "follow_up.toml"
FACTS = ("vehicle", "colour", "options", "trade_in", "employer")
A_WHILE = timedelta(days=30)  # since when the store's facts have been true
CALLED_BACK_AFTER = timedelta(hours=2)

Entry = Mapping[str, Any]


def load(services: Services, store_id: StoreId) -> None:
    """Once: a store that has facts already is left as it is."""
    told: Mapping[str, Any] = tomllib.loads(FOLLOW_UP.read_text(encoding="utf-8"))
    with services.database.writing() as connection:
        if store_facts.of_store(connection, store_id):
            return
        follow_up_settings.keep(connection, store_id, FollowUpSettings(opening.WEEK, cadences=told["cadences"]))
        team = {person.name: person for person in people.listed(connection, MACHINE) if person.store_id == store_id}
        for entry in told["fact"]:
            store_facts.add(connection, _fact(entry, store_id, services))
        for entry in told["attempt"]:
            _attempt(connection, entry, store_id, team)
        for entry in told["outcome"]:
            _outcome(connection, entry, store_id)
        for entry in told["lead"]:
            leads.take(connection, store_id, _arrived(entry, services), team[entry["rep"]].id)


def _fact(entry: Entry, store_id: StoreId, services: Services) -> StoreFact:
    today, ends_in_days = services.now().date(), entry.get("ends_in_days")
    return StoreFact(
        StoreFactId(0),
        store_id,
        ValueKind(entry["kind"]),
        entry["text"],
        today - A_WHILE,
        None if ends_in_days is None else today + timedelta(days=ends_in_days),
        tuple(entry.get("vehicles", ())),
        tuple(entry.get("employers", ())),
    )


def _attempt(connection: Connection, entry: Entry, store_id: StoreId, team: Mapping[str, Person]) -> None:
    lead = leads.referred_to(connection, store_id, entry["lead"])
    if lead is None or lead.arrived_at is None:
        return
    at = lead.arrived_at + timedelta(hours=entry["hours"])
    if "voicemail" in entry:
        left = _voicemails(connection, lead)[entry["voicemail"] - 1]
        at = opening.HOURS.after(left.at, timedelta(hours=entry["hours"]))
    role = Role.MANAGER if entry.get("by_manager") else Role.REP
    manager = next(person.id for person in team.values() if person.role is Role.MANAGER)
    made = Attempt(
        AttemptId(""),
        lead.id,
        AttemptKind(entry["kind"]),
        at,
        role,
        manager if role is Role.MANAGER else lead.rep_id,
        asks_permission=entry.get("asks_permission", False),
        note=entry.get("note", ""),
    )
    attempts.add(connection, made)


def _outcome(connection: Connection, entry: Entry, store_id: StoreId) -> None:
    lead = leads.referred_to(connection, store_id, entry["lead"])
    left = _last_voicemail(connection, lead) if lead else None
    if lead and left:
        number, path = NumberMatch(entry["number"]), CallbackPath(entry["path"])
        outcome = LeadOutcome(lead.id, LeadOutcomeKind(entry["kind"]), left.at + CALLED_BACK_AFTER, number, path)
        attempts.add_outcome(connection, outcome)


def _last_voicemail(connection: Connection, lead: Lead) -> Attempt | None:
    return next(reversed(_voicemails(connection, lead)), None)


def _voicemails(connection: Connection, lead: Lead) -> Sequence[Attempt]:
    """Those that were recorded, the oldest first."""
    return [one for one in attempts.of_lead(connection, lead.id) if one.voicemail_id is not None]


def _arrived(entry: Entry, services: Services) -> ArrivedLead:
    arrived_at = services.now() - timedelta(hours=entry["hours_ago"])
    return ArrivedLead(
        entry["name"],
        {name: entry[name] for name in FACTS if name in entry},
        source=entry["source"],
        arrived_at=arrived_at,
        emails=(f"{entry['name'].split()[0].lower()}@example.org",),
        consent=Consent(opted_out_at=services.now() if entry.get("opted_out") else None),
        mystery_shop=entry.get("mystery_shop", False),
    )
