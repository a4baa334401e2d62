"""Every table."""

from coaching.storage.tables.base import metadata
from coaching.storage.tables.calls import lead, recording, transcript, voicemail
from coaching.storage.tables.people import manages, person, store, team, trains
from coaching.storage.tables.verdicts import current, evidence, finding, scorecard, spoken_number
from coaching.storage.tables.work import job

__all__ = [
    "current",
    "evidence",
    "finding",
    "job",
    "lead",
    "manages",
    "metadata",
    "person",
    "recording",
    "scorecard",
    "spoken_number",
    "store",
    "team",
    "trains",
    "transcript",
    "voicemail",
]
