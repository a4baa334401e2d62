"""What a message states that is not on file: a number, a last day, a model, or an offer that is over."""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from coaching.domain.context import CallContext
from coaching.domain.dates import short_date
from coaching.domain.store_fact import StoreFact
from coaching.follow_up.claim_words import says
from coaching.scoring.own_vehicles import OwnVehicles
from coaching.scoring.repetition.amounts import Amount, find_amounts
from coaching.scoring.repetition.known_amounts import is_known
from coaching.scoring.vehicle_keys import key_of
from coaching.scoring.vehicles import vehicles_in
from coaching.scoring.words import SpokenWord, folded, spoken_words

# Units in which prices and offers are told; a time of day, a height or a number of seats promises no money.
PROMISING = frozenset({"money", "percent", "monthly"})
LASTING = frozenset({"months", "payments"})  # a promise only of an offer: "three years" may be how long we know each other
SMALLEST_BARE = 100  # without a unit: "twenty-six five" is a price, "two of them" is none
YEARS = range(1980, 2050)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ROUND_WORDS = frozenset({"hundred", "thousand", "grand"})  # alone they are the rest of "ninety-some thousand"
AT_A_TIME = re.compile(r"\b(?:at|by|until|till|before|after|around)\s+$", re.IGNORECASE)
LATEST_CLOCK = 1259  # "five thirty" is 530
# "until Saturday", "ends on the Monday", "through Friday, March 6"; "see you Saturday" sets nobody a last day.
LAST_DAY = re.compile(
    r"\b(?:until|till|through|thru|before|by|ends?(?: on)?|expires?(?: on)?|good to|last day is)\s+"
    rf"(?:this |next |the |close on )?(?P<day>{'|'.join(WEEKDAYS)})\b"
    rf"(?:,?\s+(?P<month>{'|'.join(month_name[1:])})\s+(?P<number>\d{{1,2}})\b)?",
    re.IGNORECASE,
)
A_WEEK = timedelta(days=7)


class ClaimKind(StrEnum):
    AMOUNT = "amount"
    LAST_DAY = "last_day"
    VEHICLE = "vehicle"
    IS_OVER = "is_over"


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """text[start_char:end_char] == quote is stated and not on file. sentence: what to check, for rep and trainer.

    ended_on: the last day of the offer, where it is over.
    """

    start_char: int
    end_char: int
    kind: ClaimKind
    quote: str
    sentence: str
    ended_on: date | None = None


def claims(text: str, context: CallContext, store_facts: Sequence[StoreFact], today: date) -> tuple[Claim, ...]:
    """In the order in which they are said. On file is what is known of the lead, and what the store can tell today."""
    valid = [fact for fact in store_facts if fact.holds_on(today)]
    on_file = [*_values(context.facts.values()), *(fact.text for fact in valid)]
    words = spoken_words(text)
    vehicles = [(words[first].start, words[last - 1].end) for first, last in _vehicles(words, context)]
    over = [fact for fact in store_facts if fact.ends_on is not None and fact.ends_on < today]
    found = (
        *_amounts(text, vehicles, on_file, over),
        *_last_days(text, on_file, [fact.ends_on for fact in valid if fact.ends_on], today),
        *_other_vehicles(text, words, context, on_file),
    )
    return tuple(sorted(found))


def _amounts(
    text: str, vehicles: Sequence[tuple[int, int]], on_file: Sequence[str], over: Sequence[StoreFact]
) -> Iterator[Claim]:
    known = [amount for source in on_file for amount in find_amounts(source)]
    for amount in find_amounts(text):
        in_a_name = any(start < amount.end and amount.start < end for start, end in vehicles)
        if _promises(text, amount) and not in_a_name and not is_known(amount, known):
            yield _unknown_amount(text[amount.start : amount.end], amount, over)


def _promises(text: str, amount: Amount) -> bool:
    if amount.unit in LASTING:
        return says("duration", text, amount.start, amount.end)
    if amount.unit:
        return amount.unit in PROMISING
    if amount.value in YEARS or text[amount.start : amount.end].lower() in ROUND_WORDS:
        return False
    is_time = amount.value <= LATEST_CLOCK and amount.value % 100 < 60 and AT_A_TIME.search(text[: amount.start])
    return amount.value >= SMALLEST_BARE and not is_time and says("money", text, amount.start, amount.end)


def _unknown_amount(quote: str, amount: Amount, over: Sequence[StoreFact]) -> Claim:
    ended = next((fact.ends_on for fact in over if is_known(amount, find_amounts(fact.text))), None)
    kind, sentence = ClaimKind.AMOUNT, f"“{quote}” is not on file. Check it before you promise it."
    if ended:
        kind, sentence = ClaimKind.IS_OVER, f"“{quote}” was on offer until {short_date(ended)}; it is over."
    return Claim(amount.start, amount.end, kind, quote, sentence, ended)


def _last_days(text: str, on_file: Sequence[str], ends: Sequence[date], today: date) -> Iterator[Claim]:
    """A weekday is on file where an offer ends on it within a week, or where the lead's own facts name it."""
    known = {WEEKDAYS[day.weekday()] for day in ends if today <= day < today + A_WEEK}
    known |= {word for source in on_file for word in folded(source) if word in WEEKDAYS}
    dates = {(f"{day:%B}".lower(), day.day) for day in ends}
    for match in LAST_DAY.finditer(text):
        if not says("offer", text, match.start(), match.end()):
            continue
        said, month = match["day"].lower(), match["month"]
        if (month.lower(), int(match["number"])) not in dates if month else said not in known:
            sentence = f"Nothing on file ends on {said.capitalize()}. An honest time is urgency, an invented one is pressure."
            yield Claim(match.start(), match.end(), ClaimKind.LAST_DAY, match[0], sentence)


def _other_vehicles(text: str, words: Sequence[SpokenWord], context: CallContext, on_file: Iterable[str]) -> Iterator[Claim]:
    """The words found may run on past the name ("Odyssey in"), so each beginning of them is looked up.

    Another model is stated where it is said to be here; who only compares with one promises nothing.
    """
    known = key_of([word for source in on_file for word in folded(source)])
    own = OwnVehicles.on_file(context.facts)
    for first, last in _vehicles(words, context):
        if not says("arrival", text, words[first].start, words[last - 1].end):
            continue
        keys = [key_of([word.text.removesuffix("'s") for word in words[first:stop]]) for stop in range(first + 1, last + 1)]
        if not keys[-1].isdigit() and not any(key in known or key in own.models | own.trims for key in keys):
            start, end = words[first].start, words[last - 1].end
            sentence = f"“{text[start:end]}” is neither the vehicle of this lead nor among what the store has to tell."
            yield Claim(start, end, ClaimKind.VEHICLE, text[start:end], sentence)


def _vehicles(words: Sequence[SpokenWord], context: CallContext) -> list[tuple[int, int]]:
    """Without the words of the store's name: Fairhaven Honda sells no Fairhaven."""
    people = {*folded(context.rep.dealership), *folded(context.rep.name), *folded(context.customer_name)}
    found = vehicles_in(words, OwnVehicles.on_file(context.facts))
    return [(first, last) for first, last in found if not all(word.text in people for word in words[first:last])]


def _values(facts: Iterable[object]) -> Iterator[str]:
    for fact in facts:
        if isinstance(fact, str | int | float):
            yield str(fact)
        elif isinstance(fact, list | tuple):
            yield from map(str, fact)
