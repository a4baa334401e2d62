"""What a draft may say: every word of it is on file."""

from collections.abc import Iterable, Mapping
from datetime import date

from coaching.domain.attempt import Attempt, AttemptKind, Direction
from coaching.domain.context import RepOnFile
from coaching.domain.lead import Lead
from coaching.domain.phone import written
from coaching.follow_up.reasons.on_file import Reason
from coaching.follow_up.vehicles import model_of, said_in_full
from coaching.scoring.names import called


def known(
    lead: Lead, rep: RepOnFile, attempts: Iterable[Attempt], reason: Reason | None, second: Reason | None
) -> dict[str, str]:
    """name of a phrasing -> what is on file, "" where nothing is."""
    vehicle = _text(lead.facts, "vehicle")
    options = lead.facts.get("options")
    return {
        "first_name": called(lead.customer_name),
        "rep": rep.name,
        "rep_first": rep.name.partition(" ")[0],
        "dealership": rep.dealership,
        "direct_line": written(rep.direct_line),
        "vehicle": said_in_full(vehicle),
        "model": model_of(vehicle),
        "colour": _text(lead.facts, "colour"),
        "option": str(options[0]) if isinstance(options, list | tuple) and options else "",
        "trade_in": said_in_full(_text(lead.facts, "trade_in")),
        "reason": reason.said if reason else "",
        "second_reason": second.said if second else "",
        "until": spoken_day(reason.until) if reason and reason.until else "",
        "email_sent": "the e-mail I sent you" if any(_was_emailed(attempt) for attempt in attempts) else "",
    }


def spoken_day(day: date) -> str:
    """ "Saturday, March 7"."""
    return f"{day:%A, %B} {day.day}"


def _text(facts: Mapping[str, object], name: str) -> str:
    return str(facts.get(name) or "")


def _was_emailed(attempt: Attempt) -> bool:
    return attempt.kind is AttemptKind.EMAIL and attempt.direction is Direction.OUT
