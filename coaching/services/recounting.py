"""Counts by a store's new clock, and goes on where that was stopped."""

from coaching.services.parts import Services
from coaching.storage import recounting


def recount(services: Services) -> int:
    """In how many steps."""
    with services.database.reading() as connection:
        stores = recounting.under_way(connection)
    steps = 0
    for store_id in stores:
        more = True
        while more:
            with services.database.writing() as connection:
                more = recounting.count_next(connection, store_id)
            steps += 1
    return steps
