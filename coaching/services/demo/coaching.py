"""The coaching of the demo store: a session that was held, with its goals under way, assignments, and a calibration round."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from coaching.domain.assignment import Asked
from coaching.domain.people import MACHINE, Person, StoreId
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId
from coaching.services.demo import opening
from coaching.services.parts import Services
from coaching.storage import assignments, calibrations, people, playlists, sessions, voicemails
from coaching.storage.database import Connection

COACHING = Path(__file__).parent / "coaching.toml"

SIGNS = {"+": Outcome.MET, "-": Outcome.NOT_MET, "0": Outcome.NOT_APPLICABLE}

Entry = Mapping[str, Any]


def load(services: Services, store_id: StoreId) -> None:
    """Once: a store where somebody was coached is left as it is."""
    told: Entry = tomllib.loads(COACHING.read_text(encoding="utf-8"))
    with services.database.writing() as connection:
        if sessions.listed(connection, MACHINE):
            return
        staff = {person.name: person for person in people.listed(connection, MACHINE) if person.store_id == store_id}
        recordings = {one.file_name: one.id for one in voicemails.where(connection, MACHINE, store_id=store_id)}
        for entry in told["session"]:
            _session(services, connection, entry, staff, recordings)
        for entry in told["assignment"]:
            _assignment(services, connection, entry, staff, store_id)
        for entry in told["round"]:
            _round(services, connection, entry, staff, recordings, store_id)


def _ago(services: Services, entry: Entry) -> datetime:
    return opening.on_the_day_of(services.now() - timedelta(hours=entry["hours_ago"]))


def _session(
    services: Services,
    connection: Connection,
    entry: Entry,
    staff: Mapping[str, Person],
    recordings: Mapping[str, VoicemailId],
) -> None:
    trainer, rep = staff[entry["trainer"]], staff[entry["rep"]]
    assert rep.store_id is not None
    held_at = _ago(services, entry)
    session_id = sessions.add(connection, rep.store_id, trainer.id, entry["title"], held_at, [rep.id])
    playlists.put(connection, session_id, _known(entry["recordings"], recordings))
    for goal in entry["goal"]:
        sessions.agree(connection, session_id, goal["criterion"], goal["wanted"], goal["out_of"])
    next_on = services.now().date() + timedelta(days=entry["next_in_days"])
    notes, private_notes = entry["notes"].strip(), entry["private_notes"]
    sessions.write_down(connection, session_id, notes=notes, next_on=next_on, private_notes=private_notes)
    sessions.send(connection, session_id, held_at + timedelta(hours=1))


def _assignment(services: Services, connection: Connection, entry: Entry, staff: Mapping[str, Person], store_id: StoreId) -> None:
    today = people.get_store(connection, MACHINE, store_id).day_of(services.now())
    assignments.add(
        connection,
        store_id,
        staff[entry["trainer"]].id,
        Asked(entry["wanted"], entry.get("drill", ""), entry.get("criterion", "")),
        _ago(services, entry),
        due_on=today + timedelta(days=entry["due_in_days"]),
        note=entry["note"],
        reps=[staff[name].id for name in entry["reps"]],
    )


def _round(
    services: Services,
    connection: Connection,
    entry: Entry,
    staff: Mapping[str, Person],
    recordings: Mapping[str, VoicemailId],
    store_id: StoreId,
) -> None:
    said = {recordings[name]: by_judge for name, by_judge in entry["verdicts"].items() if name in recordings}
    judges = {name for by_judge in said.values() for name in by_judge}
    if not judges:
        return
    opened_at = _ago(services, entry)
    round_id = calibrations.add(
        connection,
        store_id,
        staff[entry["opened_by"]].id,
        entry["title"],
        opened_at,
        criterion_ids=entry["criteria"],
        voicemail_ids=said,
        judge_ids=[staff[name].id for name in sorted(judges)],
    )
    for voicemail_id, by_judge in said.items():
        for name, signs in by_judge.items():
            outcomes = {criterion: SIGNS[sign] for criterion, sign in zip(entry["criteria"], signs, strict=True)}
            calibrations.judge(connection, round_id, staff[name].id, voicemail_id, outcomes)
    for name in judges:
        calibrations.finish(connection, round_id, staff[name].id, opened_at + timedelta(hours=2))
    calibrations.close(connection, round_id, opened_at + timedelta(hours=2))


def _known(names: Sequence[str], recordings: Mapping[str, VoicemailId]) -> list[VoicemailId]:
    """Tests load the world with other recordings."""
    return [recordings[name] for name in names if name in recordings]
