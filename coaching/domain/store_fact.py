"""What a store can tell customers, kept by its manager: arrivals, incentives, benefits."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

from coaching.domain.people import StoreId
from coaching.domain.scorecard import ValueKind

StoreFactId = NewType("StoreFactId", int)


@dataclass(frozen=True, slots=True)
class StoreFact:
    """text: one sentence as it can be said to a customer ("Two CR-V Hybrids in Urban Gray came off the truck this morning").

    vehicles: the models it is about, in words that a lead's vehicle also has ("CR-V"); none: about every vehicle.
    employers: those whose people it is for; none: for everybody. ends_on: the last day it is true, None where it does not end.
    """

    id: StoreFactId
    store_id: StoreId
    kind: ValueKind
    text: str
    starts_on: date
    ends_on: date | None = None
    vehicles: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
