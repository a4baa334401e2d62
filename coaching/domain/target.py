"""What a store wants of its teams, and by when."""

from dataclasses import dataclass
from datetime import date

from coaching.domain.people import StoreId


@dataclass(frozen=True, slots=True)
class Target:
    """percent: the share of voicemails that is to meet the criterion on due_on."""

    store_id: StoreId
    criterion_id: str
    percent: int
    set_on: date
    due_on: date
