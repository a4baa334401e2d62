"""One lead from the cells of a row, each named by its field."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo

from coaching.domain.lead import ArrivedLead, Consent
from coaching.domain.lengths import LONGEST_NAME, LONGEST_REFERENCE, LONGEST_SOURCE
from coaching.errors import refuse_longer
from coaching.follow_up.leads.reading import BadLead
from coaching.follow_up.leads.times import read_time

YES, NO = frozenset({"yes", "y", "true", "t", "1", "x", "on"}), frozenset({"", "no", "n", "false", "f", "0", "off"})
FACTS = ("colour", "trade_in", "employer", "question", "note")
FEWEST_DIGITS = 7
AHEAD = timedelta(hours=12)  # a sender's clock may write UTC without saying so, which is ten hours ahead of Honolulu


def arrived_lead(cells: Mapping[str, str], zone: tzinfo, now: datetime) -> ArrivedLead:
    """Raises BadLead where there is no customer, or a cell that cannot be understood."""
    name = " ".join((cells.get("customer_name") or f"{cells.get('first_name', '')} {cells.get('last_name', '')}").split())
    if not name:
        raise BadLead("There is no customer's name. Write one, or leave the row out.")
    lead = ArrivedLead(
        customer_name=_turned(name),
        phones=_phones(cells),
        emails=_emails(cells),
        source=cells.get("source", ""),
        reference=cells.get("reference") or None,
        arrived_at=_arrived_at(cells.get("arrived_at", ""), zone, now),
        facts=_facts(cells),
        consent=Consent(*(_said_at(cells, field, now) for field in ("call_refused", "texts_agreed", "opted_out"))),
        rep_name=cells.get("rep", ""),
        mystery_shop=_yes(cells, "mystery_shop"),
    )
    _refuse_long(lead)
    return lead


def _refuse_long(lead: ArrivedLead) -> None:
    for what, words, longest in (
        ("The customer's name", lead.customer_name, LONGEST_NAME),
        ("The source", lead.source, LONGEST_SOURCE),
        ("The reference", lead.reference or "", LONGEST_REFERENCE),
    ):
        refuse_longer(what, words, longest, BadLead)


def _turned(name: str) -> str:
    """ "Okafor, Denise" as it is said; "Okafor, Jr." stays."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and first.rstrip(".").lower() not in {"jr", "sr", "ii", "iii"} else name


def _arrived_at(written: str, zone: tzinfo, now: datetime) -> datetime | None:
    """Nobody could correct it later, and until then nothing would be due."""
    at = read_time(written, zone) if written else None
    if at is not None and at > now + AHEAD:
        raise BadLead(
            f"{written!r} is still to come, so no lead can have come in then. Correct it, or leave it empty where nobody knows."
        )
    return at


def _phones(cells: Mapping[str, str]) -> tuple[str, ...]:
    phones = [phone for field in ("cell", "phone") if (phone := cells.get(field, ""))]
    for phone in phones:
        if len(re.sub(r"\D", "", phone)) < FEWEST_DIGITS:
            raise BadLead(f"{phone!r} is no telephone number: it has too few digits.")
    return tuple(dict.fromkeys(phones))


def _emails(cells: Mapping[str, str]) -> tuple[str, ...]:
    email = cells.get("email", "").removeprefix("mailto:").strip()
    if email and not re.fullmatch(r"[^@\s]+@[^@\s]+", email):
        raise BadLead(f"{email!r} is no e-mail address.")
    return (email,) if email else ()


def _facts(cells: Mapping[str, str]) -> dict[str, object]:
    vehicle = cells.get("vehicle") or " ".join(cells[part] for part in ("year", "make", "model", "trim") if cells.get(part))
    options = [option.strip() for option in re.split(r"[;,|]", cells.get("options", "")) if option.strip()]
    known: dict[str, object] = {"vehicle": vehicle, "options": options, **{field: cells.get(field, "") for field in FACTS}}
    return {name: fact for name, fact in known.items() if fact}


def _said_at(cells: Mapping[str, str], field: str, now: datetime) -> datetime | None:
    return now if _yes(cells, field) else None


def _yes(cells: Mapping[str, str], field: str) -> bool:
    answer = cells.get(field, "").lower()
    if answer not in YES | NO:
        raise BadLead(f"{cells[field]!r} in the column for {field.replace('_', ' ')!r} is neither yes nor no.")
    return answer in YES
