"""What a store can tell its customers, kept by those who coach there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from coaching.accounts.permissions import allow, may_change_store
from coaching.domain.hours import ONE_DAY
from coaching.domain.people import Store, StoreId, Viewer
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.errors import CoachingError, NotFound
from coaching.follow_up.leads.reading import Refused
from coaching.follow_up.store_facts.csv_file import read_store_facts
from coaching.follow_up.store_facts.same import same_as
from coaching.services.auditing import note_change
from coaching.services.parts import Services
from coaching.storage import jobs, people, store_facts, voicemails
from coaching.storage.database import Connection

NO_TEXT = "Write the sentence that a customer will hear."
KNOWN = "This is on file already for these days."
WRONG_ORDER = "It ends before it begins. Put the dates right."


@dataclass(frozen=True, slots=True)
class FactsImported:
    """added, already_here: how many. refused: the rows that could not be used."""

    added: int
    already_here: int
    refused: tuple[Refused, ...]


def list_store_facts(services: Services, viewer: Viewer, store_id: StoreId) -> Sequence[StoreFact]:
    """Raises NotFound."""
    with services.database.reading() as connection:
        people.get_store(connection, viewer, store_id)
        return store_facts.of_store(connection, store_id)


def add_store_fact(services: Services, viewer: Viewer, fact: StoreFact) -> StoreFactId:
    """Voicemails since its first day are judged again. The id of `fact` is not looked at.

    Raises NotFound, NotAllowed, CoachingError.
    """
    if not fact.text.strip():
        raise CoachingError(NO_TEXT)
    if fact.ends_on is not None and fact.ends_on < fact.starts_on:
        raise CoachingError(WRONG_ORDER)
    with services.database.writing() as connection:
        store = _allow(connection, viewer, fact.store_id)
        if same_as(fact, store_facts.of_store(connection, fact.store_id)):
            raise CoachingError(KNOWN)
        _judge_again(services, connection, store, fact.starts_on)
        fact_id = store_facts.add(connection, fact)
        note_change(services, connection, viewer, "store_fact_added", store, fact=fact_id)
        return fact_id


def import_store_facts(services: Services, viewer: Viewer, store_id: StoreId, content: bytes) -> FactsImported:
    """Raises InvalidFile where nothing of the file can be used, NotFound, NotAllowed."""
    with services.database.writing() as connection:
        store = _allow(connection, viewer, store_id)
        zone = ZoneInfo(store.time_zone)
        read = read_store_facts(content, store_id, zone=zone, today=services.now().astimezone(zone).date())
        before = store_facts.of_store(connection, store_id)
        new = [fact for fact in read.facts if not same_as(fact, before)]
        for fact in new:
            store_facts.add(connection, fact)
        if new:
            _judge_again(services, connection, store, min(fact.starts_on for fact in new))
        note_change(services, connection, viewer, "store_facts_imported", store, added=len(new))
    return FactsImported(len(new), len(read.facts) - len(new), read.refused)


def end_store_fact(services: Services, viewer: Viewer, store_id: StoreId, fact_id: StoreFactId) -> None:
    """It is not true from today on; until yesterday it was, so that earlier voicemails are not blamed for it.

    What had not begun before today is removed. Raises NotFound, NotAllowed.
    """
    with services.database.writing() as connection:
        store = _allow(connection, viewer, store_id)
        today = store.day_of(services.now())
        fact = next((one for one in store_facts.of_store(connection, store_id) if one.id == fact_id), None)
        if fact is None:
            raise NotFound("arrival or incentive", fact_id)
        _judge_again(services, connection, store, today)
        if fact.starts_on < today:
            store_facts.end(connection, store_id, fact_id, min(fact.ends_on or today, today - ONE_DAY))
        else:
            store_facts.remove(connection, store_id, fact_id)
        note_change(services, connection, viewer, "store_fact_ended", store, fact=fact_id)


def _judge_again(services: Services, connection: Connection, store: Store, since: date) -> None:
    """What was promised on or after that day may be on file now, or no longer."""
    begins = datetime.combine(since, time(), ZoneInfo(store.time_zone))
    jobs.renew(connection, voicemails.left_since(connection, store.id, begins), services.now())


def _allow(connection: Connection, viewer: Viewer, store_id: StoreId) -> Store:
    store = people.get_store(connection, viewer, store_id)
    allow(may_change_store(viewer, store), "keep what this store can tell")
    return store
