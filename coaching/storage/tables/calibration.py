"""Calibration rounds: who judged which voicemails blind, and what was agreed on in the end."""

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table

from coaching.domain.lengths import LONGEST_TITLE
from coaching.domain.scorecard import Outcome
from coaching.storage.columns import Choice, UtcDateTime, one_of
from coaching.storage.tables.base import key, may_name, metadata, part_of


def of_round() -> Column[int]:
    return Column("round_id", ForeignKey("calibration_round.id", ondelete="CASCADE"), primary_key=True)


def of_voicemail() -> Column[int]:
    return Column("voicemail_id", ForeignKey("voicemail.id", ondelete="CASCADE"), primary_key=True)


calibration_round = Table(
    "calibration_round",
    metadata,
    key(),
    part_of("store_id", "store"),
    may_name("person_id", "person"),
    Column("title", String(LONGEST_TITLE), nullable=False),
    Column("criterion_ids", JSON, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    sqlite_autoincrement=True,
)

calibration_voicemail = Table(
    "calibration_voicemail", metadata, of_round(), of_voicemail(), Column("position", Integer, nullable=False)
)

calibration_judge = Table(
    "calibration_judge",
    metadata,
    of_round(),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("finished_at", UtcDateTime),
)

blind_verdict = Table(
    "blind_verdict",
    metadata,
    of_round(),
    of_voicemail(),
    Column("criterion_id", String(80), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("outcome", Choice(Outcome), nullable=False),
    one_of("outcome", Outcome),
)

gold_verdict = Table(
    "gold_verdict",
    metadata,
    of_round(),
    of_voicemail(),
    Column("criterion_id", String(80), primary_key=True),
    Column("outcome", Choice(Outcome), nullable=False),
    may_name("person_id", "person"),
    Column("at", UtcDateTime, nullable=False),
    one_of("outcome", Outcome),
)
