"""Whether an amount is news to someone who has heard others: the same in another form, or arithmetic on them, is none."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from coaching.scoring.repetition.amounts import Amount

SPECIFIC_DIGITS = 3  # "265" of 26,500 and of "twenty-six five": three digits in a row do not meet by chance
ROUNDED = 0.02  # "three hundred and twenty bucks" for 319
COMPUTED = 0.05  # what a difference may be off that was worked out in the head
HEDGED = 0.08  # "just under two thousand" for 1,900, "right around six percent" for 6.1
LENGTHS_OF_TIME = {"days": 1, "months": 30, "payments": 30}  # "ninety days early" for three payments
SAME_ORDER = 4  # people take 2,800 from 3,500 in their heads, not 900 from 23,600
LARGE_AMOUNT = 100  # prices, payments and miles; smaller ones are counts, days and terms


def is_known(amount: Amount, heard: Iterable[Amount]) -> bool:
    return any(same_amount(amount, other) for other in heard)


def same_amount(one: Amount, other: Amount) -> bool:
    """Whether a customer takes the second for the first: the same value, its digits, rounded, or in other units."""
    if one.value == other.value or (len(one.digits) >= SPECIFIC_DIGITS and one.digits == other.digits):
        return True
    if _is_short_for(one, other) or _is_short_for(other, one):
        return True
    value, known = (
        (_in_days(one), _in_days(other)) if {one.unit, other.unit} <= set(LENGTHS_OF_TIME) else (one.value, other.value)
    )
    if value < LARGE_AMOUNT and not one.hedged:
        return value == known
    return abs(value - known) <= (HEDGED if one.hedged else ROUNDED) * known


def _in_days(amount: Amount) -> float:
    return amount.value * LENGTHS_OF_TIME[amount.unit]


def _is_short_for(short: Amount, full: Amount) -> bool:
    """ "Sixty-four" for 6,400, "six thousand four" too, and "thirteen" for 13,000: the scale is taken for granted."""
    if short.unit:
        return False
    thousands, rest = divmod(short.value, 1000)
    if thousands and 0 < rest < 10:
        return full.value == thousands * 1000 + rest * 100
    return full.value in _scales(short)


def _scales(amount: Amount) -> tuple[float, ...]:
    """What a short amount may stand for beside itself."""
    is_short = not amount.unit and 10 < amount.value < LARGE_AMOUNT
    return (amount.value * 100, amount.value * 1000) if is_short else ()


def is_computed(amount: Amount, heard: Sequence[Amount]) -> bool:
    """Arithmetic on what they have heard is no news: "seven hundred under the limit" after 3,500 and 2,800."""
    rounding = HEDGED if amount.hedged else COMPUTED
    return amount.value > 1 and any(
        abs(abs(one - other) - amount.value) <= rounding * amount.value
        for first, second in combinations(heard, 2)
        if first.unit == second.unit or not (first.unit and second.unit)
        for one, other in _on_one_scale(first, second)
        if max(one, other) < SAME_ORDER * min(one, other)
    )


def _on_one_scale(one: Amount, other: Amount) -> Iterator[tuple[float, float]]:
    """22,400 and "twenty-three" are meant to be compared as thousands."""
    yield one.value, other.value
    yield from ((value, other.value) for value in _scales(one))
    yield from ((one.value, value) for value in _scales(other))
