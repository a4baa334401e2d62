"""The person who was called."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from coaching.domain.people import PersonId, StoreId

LeadId = NewType("LeadId", int)


@dataclass(frozen=True, slots=True)
class Consent:
    """When the customer said so; None where they never did.

    call_refused_at: asked not to be called (may still be written to). texts_agreed_at: agreed to be sent texts.
    opted_out_at: asked for no contact at all; this ends everything.
    """

    call_refused_at: datetime | None = None
    texts_agreed_at: datetime | None = None
    opted_out_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """facts: vehicle, colour, options, trade_in, employer, question, ...; rep_id: who follows up.

    reference: the name of the lead where it came from ("d-01"), one of its kind in a store; None where we opened it ourselves.
    arrived_at: when the customer asked, None where nobody knows. mystery_shop: planted to test us, and treated like any other.
    """

    id: LeadId
    store_id: StoreId
    customer_name: str
    facts: Mapping[str, object] = field(default_factory=dict)
    rep_id: PersonId | None = None
    reference: str | None = None
    source: str = ""
    arrived_at: datetime | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    consent: Consent = Consent()
    mystery_shop: bool = False


@dataclass(frozen=True, slots=True)
class ArrivedLead:
    """A lead as it came in, before it has a place in a store; the fields are those of Lead.

    rep_name: who follows up, as it is written where it came from.
    """

    customer_name: str
    facts: Mapping[str, object] = field(default_factory=dict)
    reference: str | None = None
    source: str = ""
    arrived_at: datetime | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    consent: Consent = Consent()
    mystery_shop: bool = False
    rep_name: str = ""
