"""Leads from ADF/XML, the auto industry's lead format."""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from xml.etree.ElementTree import Element

from coaching.domain.lead import ArrivedLead
from coaching.errors import InvalidFile
from coaching.follow_up.leads.adf_text import decoded, parsed, prospects, refuse_hostile
from coaching.follow_up.leads.cells import arrived_lead
from coaching.follow_up.leads.reading import BadLead, Read, Reading, Refused

NO_LEADS = "There is no lead (<prospect>) in this file. Import an ADF/XML file, or a CSV file with column names in its first row."
WANTED, TRADED = ("buy", "lease", "test-drive", ""), ("trade-in", "sell")
CELL = ("cellphone", "cell", "mobile")


def looks_like_adf(content: bytes) -> bool:
    return decoded(content[:200]).lstrip().startswith("<")


def read_adf(content: bytes, *, zone: tzinfo, now: datetime) -> Reading:
    """Every <prospect> of the file. zone and now as in `read_csv`.

    Raises InvalidFile for an XML bomb, an external entity, or a file without leads; a single bad lead is reported.
    """
    text = decoded(content)
    refuse_hostile(text)
    found = list(prospects(text))
    if not found:
        raise InvalidFile(NO_LEADS)
    return Reading.of(_read(found, zone, now))


def _read(found: list[tuple[int, str]], zone: tzinfo, now: datetime) -> Iterator[Read | Refused]:
    for line, prospect in found:
        try:
            yield Read(line, _lead(parsed(prospect), zone, now))
        except BadLead as error:
            yield Refused(line, str(error))


def _lead(prospect: Element, zone: tzinfo, now: datetime) -> ArrivedLead:
    customer = prospect.find("customer")
    if customer is None:
        raise BadLead("This lead has no <customer>. Ask its sender to correct it, or enter it by hand.")
    cells = (
        _contact(customer)
        | _wish(_vehicle(prospect, WANTED))
        | {
            "reference": _text(prospect, "id"),
            "source": _source(prospect),
            "arrived_at": _text(prospect, "requestdate"),
            "trade_in": _described(_vehicle(prospect, TRADED)),
        }
    )
    cells["question"] = _text(customer, "comments") or cells["question"]
    return arrived_lead({field: " ".join(cell.split()) for field, cell in cells.items()}, zone, now)


def _contact(customer: Element) -> dict[str, str]:
    names = {name.get("part", "full").lower(): "".join(name.itertext()) for name in customer.iterfind(".//contact/name")}
    phones = [(phone.get("type", "").lower(), "".join(phone.itertext())) for phone in customer.iterfind(".//contact/phone")]
    has_parts = names.get("first") and names.get("last")
    return {
        "customer_name": "" if has_parts else names.get("full", ""),
        "first_name": names.get("first", ""),
        "last_name": names.get("last", ""),
        "cell": next((number for kind, number in phones if kind in CELL), ""),
        "phone": next((number for kind, number in phones if kind not in (*CELL, "fax")), ""),
        "email": _text(customer, ".//contact/email"),
    }


def _wish(vehicle: Element | None) -> dict[str, str]:
    return {
        "vehicle": _described(vehicle),
        "colour": _text(vehicle, ".//exteriorcolor"),
        "options": ";".join(_texts(vehicle, "option/optionname")),
        "question": _text(vehicle, "comments"),
    }


def _source(prospect: Element) -> str:
    identity = prospect.find("id")
    named = _text(prospect, "provider/name") or _text(prospect, "provider/service")
    return named or ("" if identity is None else identity.get("source", ""))


def _vehicle(prospect: Element, interests: tuple[str, ...]) -> Element | None:
    return next((vehicle for vehicle in prospect.iterfind("vehicle") if vehicle.get("interest", "").lower() in interests), None)


def _described(vehicle: Element | None) -> str:
    return " ".join(part for name in ("year", "make", "model", "trim") if (part := _text(vehicle, name)))


def _text(element: Element | None, path: str) -> str:
    return next(iter(_texts(element, path)), "")


def _texts(element: Element | None, path: str) -> list[str]:
    found = () if element is None else element.iterfind(path)
    return [text for one in found if (text := "".join(one.itertext()).strip())]
