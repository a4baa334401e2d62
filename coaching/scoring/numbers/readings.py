"""A chain of digits -> the telephone numbers in it, each time one is read out, whole or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coaching.scoring.numbers.chains import Digit
from coaching.scoring.numbers.lines import is_same, restore, with_swallowed_zero
from coaching.scoring.numbers.nanp import LOCAL, WHOLE, is_assigned, is_local, is_whole, national
from coaching.scoring.numbers.tokens import Gap

# What a reading is worth. Only the order matters: a whole number before a local one, a known line before both, and a
# reading of 8, 9, 11 or 12 digits (a repeat lost or added, or cut off) only where nothing better explains the digits; ten
# digits that the plan does not allow stand between.
WORTH_WHOLE, WORTH_LOCAL, WORTH_RESTORED, WORTH_NO_ZERO, WORTH_TEN, WORTH_ODD = 10.0, 4.5, 9.0, 8.0, 5.0, 3.0
IMPOSSIBLE = -100.0
BONUS_KNOWN = 6.0
PENALTY_UNASSIGNED = 2.0
ODD_LENGTHS = (8, 9, 11, 12)
AREA_CODE = 3
LAST = 4
CORRECTED = (1, 2, 3, 4, LOCAL)  # nobody says five or six of them anew, but for `_last_four`; that was heard wrongly
SHORTEST, LONGEST = LOCAL - 1, WHOLE + 2
# a gap inside a reading, where numbers are breathed (3-3-4) and elsewhere
AT_BREATH = {Gap.NONE: 0.0, Gap.HYPHEN: 0.0, Gap.SPACE: 0.0, Gap.PAUSE: 0.1, Gap.SENTENCE: 0.6, Gap.BORDER: 2.0}
ELSEWHERE = {Gap.NONE: 0.0, Gap.HYPHEN: 0.0, Gap.SPACE: 0.2, Gap.PAUSE: 0.5, Gap.SENTENCE: 2.5, Gap.BORDER: 8.0}
# a reading that begins or ends at such a gap: between two readings, or beside digits that belong to none
CUT_BETWEEN = {Gap.NONE: 6.0, Gap.HYPHEN: 1.0, Gap.SPACE: 0.2, Gap.PAUSE: 0.0, Gap.SENTENCE: 0.0, Gap.BORDER: 0.0}
CUT_OFF = {Gap.NONE: 20.0, Gap.HYPHEN: 20.0, Gap.SPACE: 0.5, Gap.PAUSE: 0.1, Gap.SENTENCE: 0.0, Gap.BORDER: 0.0}


@dataclass(frozen=True, slots=True)
class Reading:
    """digits: without a leading country code. start, end: characters of the text. spelled: the digits came one by one."""

    digits: str
    start: int
    end: int
    spelled: bool = False

    @property
    def is_whole(self) -> bool:
        """Seven or ten digits were said, be they such that the plan allows or not."""
        return len(self.digits) == WHOLE or is_local(self.digits)


def readings(chain: Sequence[Digit], lines: Sequence[str]) -> list[Reading]:
    """In the order of the text. lines: digits of the numbers on file, which settle where a run of digits is cut."""
    found: list[Reading] = []
    for stretch in _cut_at(_without_stutter(_without_stutter(chain, Gap.PAUSE), Gap.HYPHEN), Gap.CORRECTION):
        read = [reading for part in _cut_where_begun_again(stretch, lines) for reading in _best_cut(part, lines)]
        if found and not any(reading.is_whole for reading in read):
            read = [_reading(part) for part in _cut_at(stretch, Gap.SENTENCE)]
        if found and read and (corrected := _corrected(found[-1], read[0])):
            found[-1] = corrected
            read = read[1:]
        found += read
    return _without_false_starts(found)


def _without_stutter(chain: Sequence[Digit], gap: Gap) -> Sequence[Digit]:
    """A group that is begun, broken off and begun anew counts once: "oh one one, oh one one six"."""
    groups = [*_cut_at(chain, gap), ()]
    kept = [
        group
        for group, following in pairwise(groups)
        if not (2 <= len(group) < len(following) <= 4 and _text(following).startswith(_text(group)))
    ]
    return [digit for group in kept for digit in group]


def _cut_at(chain: Sequence[Digit], gap: Gap) -> list[Sequence[Digit]]:
    cuts = [0, *(at for at, digit in enumerate(chain) if at and gap <= digit.gap), len(chain)]
    return [chain[start:end] for start, end in pairwise(cuts)]


def _cut_where_begun_again(chain: Sequence[Digit], lines: Sequence[str]) -> list[Sequence[Digit]]:
    """A line on file in full and then its area code anew ("419-555-0171-419-357"): what follows was garbled, the line was not."""
    said = _text(chain)
    twice = {line + line[:AREA_CODE] for line in lines if len(line) == WHOLE}
    cuts = [at + WHOLE for at in range(len(said)) if said[at : at + WHOLE + AREA_CODE] in twice]
    return [chain[start:end] for start, end in pairwise([0, *cuts, len(chain)])]


def _corrected(before: Reading, after: Reading) -> Reading | None:
    """The digits after "sorry" stand for the last ones before it: "240-555-0143, sorry, 0142"."""
    whole = LOCAL if len(before.digits) == LOCAL else WHOLE
    meant = _last_four(after.digits) or after.digits
    kept = whole - len(meant)
    if len(meant) not in CORRECTED or not 0 < kept <= len(before.digits):
        return None
    return Reading(before.digits[:kept] + meant, before.start, after.end)


def _last_four(digits: str) -> str | None:
    """Of the last digit or two and then all of the last four: "sorry, 42, 0142"."""
    changed, four = digits[:-LAST], digits[-LAST:]
    return four if 1 <= len(changed) <= 2 and four.endswith(changed) else None


def _without_false_starts(found: list[Reading]) -> list[Reading]:
    return [
        reading
        for reading, following in zip(found, [*found[1:], None], strict=False)
        if reading.is_whole or not (following and following.is_whole and following.digits.startswith(reading.digits))
    ]


def _best_cut(chain: Sequence[Digit], lines: Sequence[str]) -> list[Reading]:
    """The cut of highest worth into readings and digits that belong to none, found from the end of the chain."""
    size = len(chain)
    none = _Cut(0.0)
    begins, idle = {size: none}, {size: none}  # the best cut from a digit on: a reading begins there, or the digit is left over
    for at in reversed(range(size)):
        idle[at] = max(idle[at + 1], begins[at + 1].after(_cost(chain, at + 1, CUT_OFF)), key=_Cut.rank)
        begins[at] = _Cut(IMPOSSIBLE)
        for end in range(at + SHORTEST, min(at + LONGEST, size) + 1):
            beside = begins[end].after(_cost(chain, end, CUT_BETWEEN))
            apart = idle[end].after(_cost(chain, end, CUT_OFF))
            rest = max(beside, apart, key=_Cut.rank)
            worth = _worth(chain[at:end], lines)
            begins[at] = max(begins[at], _Cut(rest.worth + worth, ((at, end), *rest.readings)), key=_Cut.rank)
    return [_reading(chain[start:end]) for start, end in _with_rest(max(begins[0], idle[0], key=_Cut.rank).readings, size)]


@dataclass(frozen=True, slots=True)
class _Cut:
    """readings: where each begins and ends in the chain."""

    worth: float
    readings: tuple[tuple[int, int], ...] = ()

    def after(self, cost: float) -> "_Cut":
        return _Cut(self.worth - cost, self.readings)

    def rank(self) -> float:
        return self.worth


def _with_rest(found: Sequence[tuple[int, int]], size: int) -> Iterator[tuple[int, int]]:
    """The readings, and between them what belongs to none."""
    at = 0
    for start, end in [*found, (size, size)]:
        if at < start:
            yield at, start
        if start < end:
            yield start, end
        at = end


def _reading(digits: Sequence[Digit]) -> Reading:
    spelled = len({(digit.start, digit.end) for digit in digits}) == len(digits) and all(d.gap for d in digits[1:])
    return Reading(_national(digits), digits[0].start, digits[-1].end, spelled)


def _cost(chain: Sequence[Digit], at: int, costs: dict[Gap, float]) -> float:
    return costs[chain[at].gap] if 0 < at < len(chain) else 0.0


def _text(digits: Sequence[Digit]) -> str:
    return "".join(digit.value for digit in digits)


def _national(digits: Sequence[Digit]) -> str:
    """Without the 1 of "1-240-555-0187", which stands alone or in one printed number with all the rest."""
    alone = len(digits) > 1 and (digits[1].gap is not Gap.NONE or not any(digit.gap for digit in digits[1:]))
    return national(_text(digits)) if alone else _text(digits)


def _worth(digits: Sequence[Digit], lines: Sequence[str]) -> float:
    return _worth_of(_national(digits), lines) - _looseness(digits)


def _worth_of(heard: str, lines: Sequence[str]) -> float:
    known = BONUS_KNOWN if any(is_same(heard, line) for line in lines) else 0.0
    if is_whole(heard):
        return WORTH_WHOLE + known - (0.0 if known or is_assigned(heard[:3]) else PENALTY_UNASSIGNED)
    if is_local(heard):
        return WORTH_LOCAL + known
    if restore(heard, lines):
        return WORTH_RESTORED
    if with_swallowed_zero(heard, lines):
        return WORTH_NO_ZERO
    if len(heard) == WHOLE:
        return WORTH_TEN
    return WORTH_ODD if len(heard) in ODD_LENGTHS else IMPOSSIBLE


def _looseness(digits: Sequence[Digit]) -> float:
    total = 0.0
    for at, digit in enumerate(digits[1:], start=1):
        total += (AT_BREATH if len(digits) - at in (4, LOCAL, WHOLE) else ELSEWHERE)[digit.gap]
    return total
