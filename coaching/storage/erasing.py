"""One person taken out of every table: what is theirs goes, and where others' words mention them they are masked."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import JSON, Column, String, Table, Text, delete, select, update

from coaching.domain.lead import LeadId
from coaching.domain.mentions import Mentions
from coaching.domain.people import PersonId
from coaching.domain.voicemail import Voicemail, VoicemailId
from coaching.storage import exemplars, typed
from coaching.storage.columns import Choice
from coaching.storage.database import Connection
from coaching.storage.tables import (
    assigned_rep,
    assignment,
    audit_entry,
    coached_rep,
    coaching_session,
    counted,
    evidence,
    finding,
    lead,
    metadata,
    outcome_tally,
    person,
    score_tally,
    scorecard,
    spoken_number,
    store,
    team,
    transcript,
    voicemail,
)
from coaching.storage.voicemails import select_voicemails, voicemail_of

# Shorter columns hold identifiers, hashes and telephone numbers.
SHORTEST_TEXT = 100
# Others of the same name or number keep theirs; the history and the sums hold no words.
WHO_ELSE = {person, store, team, audit_entry, counted, outcome_tally, score_tally}
OF_OTHERS = {lead.c.customer_name, lead.c.phones, lead.c.emails, lead.c.reference}


def voicemails_of_lead(connection: Connection, lead_id: LeadId) -> Sequence[Voicemail]:
    return _voicemails(connection, voicemail.c.lead_id == lead_id)


def voicemails_of_person(connection: Connection, person_id: PersonId) -> Sequence[Voicemail]:
    """Those they left, and those they uploaded that are nobody's."""
    nobodys = voicemail.c.rep_id.is_(None) & (voicemail.c.received_from == person_id)
    return _voicemails(connection, (voicemail.c.rep_id == person_id) | nobodys)


def mentions_of_lead(connection: Connection, lead_id: LeadId) -> Mentions:
    row = connection.execute(select(lead).where(lead.c.id == lead_id)).one()
    return Mentions((row.customer_name,), tuple(row.phones), tuple(row.emails))


def mentions_of_person(connection: Connection, person_id: PersonId) -> Mentions:
    row = connection.execute(select(person).where(person.c.id == person_id)).one()
    return Mentions((row.name,), (row.direct_line,), (row.email or "",))


def remove_lead(connection: Connection, lead_id: LeadId) -> None:
    """With attempts, outcomes and drafts; its voicemails are removed before."""
    connection.execute(delete(lead).where(lead.c.id == lead_id))


def remove_person(connection: Connection, person_id: PersonId) -> None:
    """What they wrote about others' calls loses its words and stays as what was done; what was for nobody else goes whole."""
    typed.remove_by(connection, person_id)
    for whole, part, named in ((coaching_session, coached_rep, "session_id"), (assignment, assigned_rep, "assignment_id")):
        theirs = list(connection.scalars(select(part.c[named]).where(part.c.person_id == person_id)))
        with_others = list(connection.scalars(select(part.c[named]).where(part.c.person_id != person_id)))
        connection.execute(delete(whole).where(whole.c.id.in_(theirs), whole.c.id.not_in(with_others)))
    connection.execute(delete(person).where(person.c.id == person_id))


def mask(connection: Connection, mentions: Mentions) -> tuple[Counter[str], list[VoicemailId]]:
    """How many rows of which table mentioned the person, and the voicemails in whose sound they are still named."""
    masked = Counter({table.name: _mask_table(connection, table, mentions) for table in _with_words()})
    named = _mask_transcripts(connection, mentions)
    exemplars.remove_of_voicemails(connection, named)  # whoever plays one would still hear the name
    connection.execute(update(spoken_number).where(spoken_number.c.digits.in_(mentions.digits)).values(digits=""))
    return +masked, named


def namesakes(connection: Connection, mentions: Mentions) -> int:
    """How many others on file have the same name; theirs is not touched."""
    names = {name.casefold() for name in mentions.names}
    on_file = (name for column in (lead.c.customer_name, person.c.name) for name in connection.scalars(select(column)))
    return sum(name.casefold() in names for name in on_file)


def _voicemails(connection: Connection, condition: Any) -> list[Voicemail]:
    return [voicemail_of(row) for row in connection.execute(select_voicemails().where(condition).order_by(voicemail.c.id))]


def _with_words() -> list[Table]:
    """Every table that anybody ever adds is among them, unless it is named above."""
    return [table for table in metadata.sorted_tables if table not in WHO_ELSE and table is not transcript and _texts(table)]


def _texts(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if column not in OF_OTHERS and _holds_text(column)]


def _holds_text(column: Column[Any]) -> bool:
    if isinstance(column.type, Choice):
        return False
    long = isinstance(column.type, String) and (column.type.length or SHORTEST_TEXT) >= SHORTEST_TEXT
    return isinstance(column.type, JSON | Text) or long


def _mask_table(connection: Connection, table: Table, mentions: Mentions) -> int:
    """By the position of the row's key, for some tables have keys of two columns."""
    keys, texts, found = list(table.primary_key.columns), _texts(table), 0
    rows = connection.execute(select(*keys, *texts)).all()
    for row in rows:
        key, values = row[: len(keys)], row[len(keys) :]
        changed = {
            column.name: masked
            for column, value in zip(texts, values, strict=True)
            if (masked := mentions.masked_in(value)) != value
        }
        if changed:
            this = [column == part for column, part in zip(keys, key, strict=True)]
            connection.execute(update(table).where(*this).values(changed))
            found += 1
    return found


def _mask_transcripts(connection: Connection, mentions: Mentions) -> list[VoicemailId]:
    """Word by word, and in every quote from them, which may hold a part of the name only."""
    query = select(transcript.c.id, transcript.c.text, transcript.c.words, voicemail.c.id.label("voicemail_id")).join(
        voicemail, voicemail.c.recording_id == transcript.c.recording_id
    )
    named = []
    for row in connection.execute(query).all():
        text = mentions.masked(row.text)
        if text != row.text:
            words = [[text[start:end], *rest] for (start, end), (_, *rest) in zip(_spans(row.words), row.words, strict=True)]
            connection.execute(update(transcript).where(transcript.c.id == row.id).values(text=text, words=words))
            _quote_again(connection, row.id, text)
            named.append(VoicemailId(row.voicemail_id))
    return named


def _spans(words: list[list[Any]]) -> list[tuple[int, int]]:
    spans, at = [], 0
    for word, *_ in words:
        spans.append((at, at + len(word)))
        at += len(word) + 1
    return spans


def _quote_again(connection: Connection, transcript_id: int, text: str) -> None:
    cards = select(scorecard.c.id).where(scorecard.c.transcript_id == transcript_id).scalar_subquery()
    quotes = select(evidence).join(finding).where(finding.c.scorecard_id.in_(cards))
    for table, query in (
        (evidence, quotes),
        (spoken_number, select(spoken_number).where(spoken_number.c.scorecard_id.in_(cards))),
    ):
        for row in connection.execute(query).all():
            quote = text[row.start_char : row.end_char]
            connection.execute(update(table).where(table.c.id == row.id).values(quote=quote))
