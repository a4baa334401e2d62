"""When two leads are one: so that a file imported twice, or exported twice in two forms, adds nothing the second time."""

import re

from coaching.domain.lead import ArrivedLead

NOT_A_WORD = re.compile(r"[\W_]+")


def identities(lead: ArrivedLead) -> tuple[str, ...]:
    """Keys of a lead; two leads of a store that share one are the same.

    The reference of its source is one. Every way to reach the customer is another, together with the vehicle and the day: who
    asks for a second car, or asks again on another day, is a new lead. The name stands in where there is neither.
    """
    keys = [f"reference {plain(lead.source)} {lead.reference.strip().lower()}"] if lead.reference else []
    contacts = [f"phone {digits(phone)}" for phone in lead.phones] + [f"email {email.strip().lower()}" for email in lead.emails]
    if not contacts and not keys:
        contacts = [f"name {plain(lead.customer_name)}"]
    return tuple(dict.fromkeys(keys + [f"{contact} {_request(lead)}" for contact in contacts]))


def plain(words: str) -> str:
    """Lower case, single spaces, no punctuation."""
    return " ".join(NOT_A_WORD.sub(" ", words.lower()).split())


def digits(phone: str) -> str:
    """The ten digits of a North American number however it is written, else whatever digits there are."""
    found = re.sub(r"\D", "", phone)
    return found[1:] if len(found) == 11 and found.startswith("1") else found


def _request(lead: ArrivedLead) -> str:
    day = f"{lead.arrived_at:%Y-%m-%d}" if lead.arrived_at else ""
    return f"{plain(str(lead.facts.get('vehicle', '')))} {day}".strip()
