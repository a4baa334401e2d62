"""After a store's clock was changed a week begins at another moment there, and some of its voicemails count for another one.

They are gone through a batch at a time, each in a transaction of its own, so that nobody waits long for the write lock; the
store remembers how far that has come, so that a stop in the middle is gone on from.
"""

from collections.abc import Sequence

from sqlalchemy import select, update

from coaching.domain.people import StoreId
from coaching.storage import counting
from coaching.storage.database import Connection
from coaching.storage.tables import recording, store, voicemail

BATCH = 2_000


def begin(connection: Connection, store_id: StoreId) -> None:
    """In the transaction that changes the clock."""
    connection.execute(update(store).where(store.c.id == store_id).values(recounted_to=0))


def under_way(connection: Connection) -> Sequence[StoreId]:
    query = select(store.c.id).where(store.c.recounted_to.is_not(None)).order_by(store.c.id)
    return [StoreId(store_id) for store_id in connection.scalars(query)]


def count_next(connection: Connection, store_id: StoreId, size: int = BATCH) -> bool:
    """False where nothing is left to be done. Who changes the clock again waits for the batch, and all begins anew."""
    its = store.c.id == store_id
    done = connection.scalar(select(store.c.recounted_to).where(its).with_for_update(key_share=True))
    if done is None:
        return False
    of_store = select(voicemail.c.id).join(recording, recording.c.id == voicemail.c.recording_id)
    query = of_store.where(recording.c.store_id == store_id, voicemail.c.id > done).order_by(voicemail.c.id)
    ids = list(connection.scalars(query.limit(size)))
    counting.weeks_changed(connection, ids)
    connection.execute(update(store).where(its).values(recounted_to=ids[-1] if ids else None))
    return bool(ids)
