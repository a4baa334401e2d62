"""A weekly digest on its way to a person by mail."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

from coaching.domain.people import PersonId

LetterId = NewType("LetterId", int)


@dataclass(frozen=True, slots=True)
class Letter:
    """week: its Monday. begun_at: when it was handed to the mail server; sent_at: when the server had taken it.

    Begun and not sent: the worker was killed, or the line broke, between the two. Nobody knows whether it arrived, and it is
    not sent a second time. reason: why the last try failed, a sentence.
    """

    id: LetterId
    person_id: PersonId
    week: date
    begun_at: datetime | None = None
    sent_at: datetime | None = None
    reason: str = ""
