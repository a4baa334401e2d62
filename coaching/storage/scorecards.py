"""Scorecards, row by row, so that reports can count findings. A new one supersedes the last; none is overwritten."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Row, insert, select, update

from coaching.domain.people import Viewer
from coaching.domain.scorecard import Evidence, Finding, Repeated, Scorecard, SpokenNumber
from coaching.domain.voicemail import Judged, VoicemailId
from coaching.storage import counting, disputes, overrides
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import current, evidence, finding, recording, scorecard, spoken_number, transcript, voicemail
from coaching.storage.transcripts import heard
from coaching.storage.visibility import voicemails_for


def add(connection: Connection, voicemail_id: VoicemailId, card: Scorecard, engine: str, model: str, judged_at: datetime) -> None:
    """Judged from the transcript that this engine and model made. What people settled stays where it still holds."""
    old = update(scorecard).where(scorecard.c.voicemail_id == voicemail_id, current)
    connection.execute(old.values(superseded_at=judged_at))
    its_transcript = (
        select(transcript.c.id)
        .join(voicemail, voicemail.c.recording_id == transcript.c.recording_id)
        .where(voicemail.c.id == voicemail_id, transcript.c.engine == engine, transcript.c.model == model)
    )
    card_id = add_row(
        connection,
        scorecard,
        voicemail_id=voicemail_id,
        transcript_id=its_transcript.scalar_subquery(),
        rubric_version=card.rubric_version,
        profile_id=card.profile_id,
        weights=dict(card.weights),
        caps=dict(card.caps),
        score=card.total,
        judged_at=judged_at,
    )
    _add_findings(connection, card_id, card.findings)
    for position, number in enumerate(card.numbers):
        add_row(connection, spoken_number, scorecard_id=card_id, position=position, **_number_values(number))
    if settled := overrides.of_voicemail(connection, voicemail_id):
        overrides.apply(connection, card_id, card, settled)
    counting.changed(connection, [voicemail_id])


def current_of(connection: Connection, viewer: Viewer, voicemail_id: VoicemailId) -> Judged | None:
    query = (
        select(transcript, scorecard, scorecard.c.id.label("scorecard_id"))
        .join(transcript, transcript.c.id == scorecard.c.transcript_id)
        .join(voicemail, voicemail.c.id == scorecard.c.voicemail_id)
        .join(recording, recording.c.id == voicemail.c.recording_id)
        .where(voicemail.c.id == voicemail_id, current, voicemails_for(viewer))
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    card = Scorecard(
        row.rubric_version,
        row.profile_id,
        _findings(connection, row.scorecard_id),
        _numbers(connection, row.scorecard_id),
        row.weights,
        row.caps,
    )
    settled, disputed = overrides.of_voicemail(connection, voicemail_id), disputes.of_voicemail(connection, voicemail_id)
    return Judged(heard(row), card, row.judged_at, settled, disputed)


def _add_findings(connection: Connection, card_id: int, findings: Sequence[Finding]) -> None:
    """In two statements: a scorecard has some thirty rows, and is kept while others wait to write."""
    if not findings:
        return
    rows = [
        {
            "scorecard_id": card_id,
            "position": position,
            "criterion_id": found.criterion_id,
            "outcome": found.outcome,
            "kind": found.kind,
            "explanation": found.explanation,
        }
        for position, found in enumerate(findings)
    ]
    ids = connection.scalars(insert(finding).returning(finding.c.id, sort_by_parameter_order=True), rows)
    quotes = [row for finding_id, found in zip(ids, findings, strict=True) for row in _evidence_rows(finding_id, found)]
    if quotes:
        connection.execute(insert(evidence), quotes)


def _evidence_rows(finding_id: int, found: Finding) -> list[dict[str, object]]:
    quotes = [(True, quote) for quote in found.evidence] + [(False, quote) for quote in (found.listen,) if quote]
    return [
        {"finding_id": finding_id, "position": place, "is_proof": is_proof, **_evidence_values(quote)}
        for place, (is_proof, quote) in enumerate(quotes)
    ]


def _evidence_values(quote: Evidence) -> Mapping[str, object]:
    repeats = quote.repeats
    return {
        "quote": quote.quote,
        "start_char": quote.start_char,
        "end_char": quote.end_char,
        "start_s": quote.start_s,
        "end_s": quote.end_s,
        "repeats_voicemail_id": int(repeats.id) if repeats and repeats.id else None,  # a drill's message is nowhere on file
        "repeats_quote": repeats.quote if repeats else None,
        "repeats_start_char": repeats.start_char if repeats else None,
        "repeats_end_char": repeats.end_char if repeats else None,
    }


def _number_values(number: SpokenNumber) -> Mapping[str, object]:
    return {name: getattr(number, name) for name in NUMBER_COLUMNS}


NUMBER_COLUMNS = ("digits", "quote", "start_char", "end_char", "complete", "certain", "match", "start_s", "end_s")


def _findings(connection: Connection, card_id: int) -> tuple[Finding, ...]:
    quotes: dict[tuple[int, bool], list[Evidence]] = defaultdict(list)
    its_evidence = select(evidence).join(finding).where(finding.c.scorecard_id == card_id).order_by(evidence.c.position)
    for row in connection.execute(its_evidence):
        quotes[row.finding_id, row.is_proof].append(_evidence(row))
    rows = connection.execute(select(finding).where(finding.c.scorecard_id == card_id).order_by(finding.c.position))
    return tuple(
        Finding(
            row.criterion_id,
            row.outcome,
            row.explanation,
            tuple(quotes[row.id, True]),
            row.kind,
            next(iter(quotes[row.id, False]), None),
        )
        for row in rows
    )


def _evidence(row: Row[tuple[object, ...]]) -> Evidence:
    repeats = None
    if row.repeats_quote is not None:
        repeats = Repeated(str(row.repeats_voicemail_id or ""), row.repeats_quote, row.repeats_start_char, row.repeats_end_char)
    return Evidence(row.quote, row.start_char, row.end_char, row.start_s, row.end_s, repeats)


def _numbers(connection: Connection, card_id: int) -> tuple[SpokenNumber, ...]:
    query = select(spoken_number).where(spoken_number.c.scorecard_id == card_id).order_by(spoken_number.c.position)
    return tuple(SpokenNumber(**{name: getattr(row, name) for name in NUMBER_COLUMNS}) for row in connection.execute(query))
