"""Whether a store shows its leader board. Off until somebody of the store turns it on."""

from sqlalchemy import select

from coaching.domain.people import StoreId
from coaching.storage.database import Connection, set_row
from coaching.storage.tables import team_page_settings


def shows_leader_board(connection: Connection, store_id: StoreId) -> bool:
    its = team_page_settings.c.store_id == store_id
    return bool(connection.scalar(select(team_page_settings.c.leader_board).where(its)))


def keep_leader_board(connection: Connection, store_id: StoreId, shown: bool) -> None:
    set_row(connection, team_page_settings, store_id=store_id, leader_board=shown)
