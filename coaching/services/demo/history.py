"""Half a year of voicemails of the demo store, so that its team's page has something to say on the first evening.

They are made up from pieces: what was said, and with it what each criterion found. No recording lies behind them.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from coaching.domain.lead import ArrivedLead, LeadId
from coaching.domain.people import MACHINE, Person, Role, StoreId
from coaching.domain.recording import SAMPLE_RATE, Delivery, Recording
from coaching.domain.scorecard import Evidence, Finding, Outcome, Scorecard, ValueKind
from coaching.domain.transcript import Transcript, Word
from coaching.domain.voicemail import Heard, VoicemailId
from coaching.rubrics import DEFAULT_PROFILE, load_rubric
from coaching.services.demo import opening
from coaching.services.demo.made_up import FIRST_DAY, REASON, REPETITION, VALUE, MadeUpLead, Message, Told, history_told, messages
from coaching.services.parts import Services
from coaching.storage import candidates, jobs, leads, people, privacy, scorecards, sessions, transcripts, voicemails
from coaching.storage.database import Connection

MADE_UP = "made up"
WORD_S = 0.4
HEARD_AFTER = timedelta(days=1)
SENT_AFTER = timedelta(minutes=40)
SOUND_KEPT = timedelta(days=2)
WITHOUT_QUOTE = {
    (REPETITION, Outcome.MET): "It told them something that they had not heard.",
    (REPETITION, Outcome.NOT_MET): "It told them nothing that they had not heard.",
    (REPETITION, Outcome.NOT_APPLICABLE): "This does not apply to a first attempt.",
    (REASON, Outcome.MET): "There is more in it than checking in.",
    (REASON, Outcome.NOT_MET): "It gives no reason beyond checking in.",
}
NOT_SAID = "This was not said."
ANSWERED_AFTER = (6, 11, 48, 9, 14, 7, 95)
"""Minutes, in turns."""


def load_everywhere(services: Services) -> None:
    """Into the demo store."""
    with services.database.reading() as connection:
        stores = people.stores(connection, MACHINE)
    for store in stores:
        load(services, store.id)


def load(services: Services, store_id: StoreId) -> int:
    """Once: a store that has a history is left as it is. Returns how many voicemails are new."""
    told = history_told()
    with services.database.writing() as connection:
        if voicemails.of_file(connection, store_id, _digest(0)):
            return 0
        store = people.get_store(connection, MACHINE, store_id).name
        staff = [one for one in people.listed(connection, MACHINE) if one.store_id == store_id]
        reps = [one for one in staff if one.role is Role.REP and one.name in told["habits"]]
        coaches = [one.id for one in staff if one.role is Role.MANAGER]
        made, lead_ids = 0, dict[MadeUpLead, LeadId]()
        for message in messages(told, store, reps, services.now()):
            voicemail_id = _keep(connection, store_id, message, made, lead_ids)
            for coach in coaches:  # there is no sound to them, so none may wait for a listener
                candidates.note_played(connection, coach, voicemail_id, message.left_at + HEARD_AFTER)
            made += 1
        _hold_session(connection, told, store_id, reps, services.now())
    return made


def _hold_session(connection: Connection, told: Told, store_id: StoreId, reps: Sequence[Person], now: datetime) -> None:
    """The training after which more of them did what it was about. The manager held it, who hears all of them."""
    training = told["training"]
    held_at = opening.on_the_day_of(now - FIRST_DAY - timedelta(weeks=training["weeks_ago"], days=1))
    managers = [one for one in people.listed(connection, MACHINE, Role.MANAGER) if one.store_id == store_id]
    if managers:
        session_id = sessions.add(connection, store_id, managers[0].id, training["title"], held_at, [rep.id for rep in reps])
        sessions.agree(connection, session_id, training["criterion_id"], training["wanted"], training["out_of"])
        sessions.write_down(connection, session_id, notes=training["notes"], next_on=None, private_notes="")
        sessions.send(connection, session_id, held_at + SENT_AFTER)
        for rep in reps:
            sessions.acknowledge(connection, session_id, rep.id, held_at + HEARD_AFTER)


def _keep(
    connection: Connection, store_id: StoreId, message: Message, number: int, lead_ids: dict[MadeUpLead, LeadId]
) -> VoicemailId:
    if message.lead not in lead_ids:
        lead_ids[message.lead] = _lead(connection, store_id, message, number)
    lead_id = lead_ids[message.lead]
    name = f"history-{number + 1:03}"
    voicemail_id = voicemails.add(
        connection,
        store_id,
        _digest(number),
        name,
        0,
        message.left_at,
        message.rep.id,
        rep_id=message.rep.id,
        lead_id=lead_id,
        attempt=message.attempt,
        left_at=message.left_at,
    )
    heard = _heard(message.text)
    duration_s = heard.transcript.words[-1].end_s
    voicemails.describe(connection, voicemail_id, Recording(name, _digest(number), duration_s, SAMPLE_RATE, 1, MADE_UP))
    privacy.note_sound_removed(connection, voicemail_id, message.left_at + SOUND_KEPT)
    transcripts.add(connection, voicemail_id, heard, message.left_at)
    scorecards.add(connection, voicemail_id, _card(message, heard.transcript), MADE_UP, MADE_UP, message.left_at)
    jobs.enqueue_done(connection, voicemail_id, message.left_at)
    return voicemail_id


def _lead(connection: Connection, store_id: StoreId, message: Message, number: int) -> LeadId:
    waited = timedelta(minutes=ANSWERED_AFTER[number % len(ANSWERED_AFTER)])
    facts = {"vehicle": message.lead.vehicle}
    arrived = ArrivedLead(message.lead.customer, facts=facts, source=message.lead.source, arrived_at=message.left_at - waited)
    return leads.take(connection, store_id, arrived, message.rep.id)


def _heard(text: str) -> Heard:
    words = tuple(Word(word, at * WORD_S, (at + 1) * WORD_S, 1.0) for at, word in enumerate(text.split()))
    return Heard(Transcript(words, "en", MADE_UP, MADE_UP), Delivery(None, None, 0, None, len(words) * WORD_S, None))


def _card(message: Message, transcript: Transcript) -> Scorecard:
    rubric = load_rubric()
    profile = rubric.profiles[DEFAULT_PROFILE]
    weights = {one.id: profile.weights.get(one.id, one.weight) for one in rubric.criteria}
    quotes = {criterion: piece for criterion, piece in message.pieces if criterion}
    findings = tuple(
        _finding(one.id, message.outcomes[one.id], quotes.get(one.id), transcript)
        for one in rubric.criteria
        if one.id in message.outcomes
    )
    return Scorecard(rubric.version, DEFAULT_PROFILE, findings, (), weights, dict(profile.caps))


def _finding(criterion_id: str, outcome: Outcome, quote: str | None, transcript: Transcript) -> Finding:
    if quote is None:
        return Finding(criterion_id, outcome, WITHOUT_QUOTE.get((criterion_id, outcome), NOT_SAID))
    start = transcript.text.index(quote)
    words = transcript.words_within(start, start + len(quote))
    evidence = Evidence(quote, start, start + len(quote), words[0].start_s, words[-1].end_s)
    kind = ValueKind(history_told()["kinds"][quote]) if criterion_id == VALUE else None
    return Finding(criterion_id, outcome, "This was said.", (evidence,), kind)


def _digest(number: int) -> str:
    return sha256(f"demo history {number}".encode()).hexdigest()
