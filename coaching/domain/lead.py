"""The person who was called."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

from coaching.domain.people import PersonId, StoreId

LeadId = NewType("LeadId", int)


@dataclass(frozen=True, slots=True)
class Lead:
    """facts: vehicle, colour, options, trade_in, employer, question, ...; rep_id: who follows up.

    reference: the name of the lead where it came from ("d-01"), one of its kind in a store; None where we opened it ourselves.
    """

    id: LeadId
    store_id: StoreId
    customer_name: str
    facts: Mapping[str, object] = field(default_factory=dict)
    rep_id: PersonId | None = None
    reference: str | None = None
