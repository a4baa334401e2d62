"""A lead as it came in, before anybody gave it a place in a store."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


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
class ArrivedLead:
    """facts: vehicle, colour, options, trade_in, employer, question, note; only those that are known.

    reference: the name of the lead where it came from. arrived_at: None where no time is known. rep_name: as it is written there.
    """

    customer_name: str
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    source: str = ""
    reference: str | None = None
    arrived_at: datetime | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    consent: Consent = Consent()
    rep_name: str = ""
    mystery_shop: bool = False
