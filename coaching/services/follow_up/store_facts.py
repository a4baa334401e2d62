"""What a store can tell its customers, kept by those who coach there."""

from collections.abc import Sequence

from coaching.accounts.permissions import allow, may_change_store
from coaching.domain.people import StoreId, Viewer
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.errors import CoachingError
from coaching.services.parts import Services
from coaching.storage import people, store_facts
from coaching.storage.database import Connection

NO_TEXT = "Write the sentence that a customer will hear."
WRONG_ORDER = "It ends before it begins. Put the dates right."


def list_store_facts(services: Services, viewer: Viewer, store_id: StoreId) -> Sequence[StoreFact]:
    """Raises NotFound."""
    with services.database.reading() as connection:
        people.get_store(connection, viewer, store_id)
        return store_facts.of_store(connection, store_id)


def add_store_fact(services: Services, viewer: Viewer, fact: StoreFact) -> StoreFactId:
    """The id of `fact` is not looked at. Raises NotFound, NotAllowed, CoachingError."""
    if not fact.text.strip():
        raise CoachingError(NO_TEXT)
    if fact.ends_on is not None and fact.ends_on < fact.starts_on:
        raise CoachingError(WRONG_ORDER)
    with services.database.writing() as connection:
        _allow(connection, viewer, fact.store_id)
        return store_facts.add(connection, fact)


def remove_store_fact(services: Services, viewer: Viewer, store_id: StoreId, fact_id: StoreFactId) -> None:
    """Raises NotFound, NotAllowed."""
    with services.database.writing() as connection:
        _allow(connection, viewer, store_id)
        store_facts.remove(connection, store_id, fact_id)


def _allow(connection: Connection, viewer: Viewer, store_id: StoreId) -> None:
    allow(may_change_store(viewer, people.get_store(connection, viewer, store_id)), "keep what this store can tell")
