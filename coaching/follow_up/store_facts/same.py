"""When two facts are one, so that nothing is kept twice however often it is entered or imported."""

from collections.abc import Iterable
from datetime import date

from coaching.domain.store_fact import StoreFact
from coaching.follow_up.leads.identity import plain


def same_as(fact: StoreFact, others: Iterable[StoreFact]) -> bool:
    """The same words for a time in common: the rebate of last month may come again."""
    return any(_identity(fact) == _identity(other) and _overlap(fact, other) for other in others)


def _identity(fact: StoreFact) -> tuple[str, ...]:
    return (plain(fact.text), *sorted(map(plain, fact.vehicles)), "for", *sorted(map(plain, fact.employers)))


def _overlap(one: StoreFact, other: StoreFact) -> bool:
    return one.starts_on <= (other.ends_on or date.max) and other.starts_on <= (one.ends_on or date.max)
