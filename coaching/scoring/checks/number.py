"""Verdicts on telephone numbers: one that is the caller's own, one that is said twice."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from coaching.domain.scorecard import NumberMatch, Outcome, SpokenNumber
from coaching.errors import InvalidFile
from coaching.scoring.message import Check, Judgement, Message, Span
from coaching.scoring.numbers.find import LEAST_PROBABILITY
from coaching.scoring.numbers.lines import Difference, difference, is_same
from coaching.scoring.numbers.nanp import WHOLE, on_file
from coaching.scoring.numbers.presented import Phrases, Presented, Presenting
from coaching.scoring.numbers.readings import AREA_CODE
from coaching.scoring.numbers.traces import left_digits

ASKS = ("own_line", "said_twice")
PHRASES = ("own", "own_by_name", "of_it", "institution", "not_theirs", "mentioned", "denial")
NO_NUMBER = "No phone number was given."
LAST_FOUR = 4  # by these digits, or the area code, two tries at one number are told from two numbers
HEARD_ABOUT = 40  # characters on each side of a number in which it is presented
NOT_WHOLE = "The number you called yours was incomplete: digits are missing."
NOT_HEARD_WHOLE = "The number you called yours was not heard whole."
_EXTENSION = re.compile(r"[\s,.]*(?:ext\b|extension|x\s?\d)", re.IGNORECASE)


def build(options: Mapping[str, Any]) -> Check:
    """options: `asks` (one of ASKS), and for own_line the lists of PHRASES. Raises InvalidFile naming the option."""
    asks = options.get("asks")
    if asks == "said_twice":
        return SaidTwice()
    if asks != "own_line":
        raise InvalidFile(f"'asks' must be one of {', '.join(ASKS)}, not {asks!r}.")
    for name in PHRASES:
        if not isinstance(options.get(name), list):
            raise InvalidFile(f"'{name}' must be a list of regular expressions.")
    try:
        return OwnLine(Presenting(Phrases(**{name: tuple(options[name]) for name in PHRASES})))
    except re.error as error:
        raise InvalidFile(f"{error.pattern!r} is no regular expression: {error}.") from error


class OwnLine:
    """Met when a complete number is called the caller's own. The store's main line is that for nobody, whatever it is called."""

    def __init__(self, presenting: Presenting) -> None:
        self._presenting = presenting

    def judge(self, message: Message) -> Judgement:
        presented = self._presenting.presented(message)
        good = [one for one in presented if _is_own(one.number, message)] or list(_said_anew(presented, message))
        if good:
            best = min(good, key=lambda one: (one.number.match is not NumberMatch.DIRECT_LINE, one.words))
            return Judgement(Outcome.MET, _praise(best.number, message), (best.passage,), decisive=best.decisive)
        return self._missed(message, presented)

    def _missed(self, message: Message, presented: Sequence[Presented]) -> Judgement:
        near = self._around(message)
        cut = [one for one in presented if not one.number.complete]
        if cut:
            doubtful = cannot_be_told(cut[0].number, message) or _heard_in_pieces(message) or _is_a_guess(cut[0].number, message)
            outcome, fault = (Outcome.UNSURE, NOT_HEARD_WHOLE) if doubtful else (Outcome.NOT_MET, NOT_WHOLE)
            return Judgement(outcome, fault, (cut[0].passage,), near)
        guessed = bool(message.numbers) and all(_is_a_guess(number, message) for number in message.numbers)
        outcome = Outcome.UNSURE if guessed else Outcome.NOT_MET
        fault = self._fault(message, presented)
        may_hide = fault != NO_NUMBER or left_digits(message)
        return Judgement(outcome, fault, tuple(map(Span.of, message.numbers)), near, may_hide=may_hide)

    def _around(self, message: Message) -> tuple[Span, ...]:
        """Where words that present a number may have been missed: about each number, or where one's own line is spoken of."""
        places = [Span.of(number) for number in message.numbers] or self._presenting.own_words(message)[:1]
        return tuple(Span(max(0, place.start - HEARD_ABOUT), min(len(message.text), place.end + HEARD_ABOUT)) for place in places)

    def _fault(self, message: Message, presented: Sequence[Presented]) -> str:
        numbers = message.numbers
        if not numbers:
            return "You spoke of your own line but gave no digits." if self._presenting.own_words(message) else NO_NUMBER
        if any(one.number.match is NumberMatch.MAIN_LINE for one in presented):
            return "You called it your own, but that is the store's main line: four in ten callers reach nobody."
        if any(number.match is NumberMatch.DIRECT_LINE for number in numbers):
            return "You gave your direct line but never told them it is yours."
        if any(_has_extension(number, message) for number in numbers):
            return "An extension behind the store's number is no direct line."
        if any(number.match is NumberMatch.MAIN_LINE for number in numbers):
            return "That is the store's main line: four in ten callers reach nobody."
        if not any(number.complete for number in numbers):
            return "The number was incomplete: digits are missing."
        return "You gave a number but did not say that it is your own direct line."


class SaidTwice:
    """Met when the same complete number is spoken at least twice, in whatever form."""

    def judge(self, message: Message) -> Judgement:
        whole = [number for number in message.numbers if number.complete]
        for number in whole:
            same = [other for other in whole if _same(number, other)]
            if len(same) > 1:
                return Judgement(Outcome.MET, "The whole number was said at least twice.", tuple(map(Span.of, same)))
        near = tuple(map(Span.of, message.numbers))
        unclear = [number for number in message.numbers if number.complete or cannot_be_told(number, message)]
        misheard = message.transcript is not None and _is_nearly_the_same(whole)
        outcome = Outcome.UNSURE if misheard or len(unclear) > max(1, len(whole)) else Outcome.NOT_MET
        fault = _why_not_twice(whole, len(unclear), len(message.numbers))
        return Judgement(outcome, fault, near, near, may_hide=len(message.numbers) > len(whole) or left_digits(message))


def cannot_be_told(number: SpokenNumber, message: Message) -> bool:
    """Whether a listener is needed to say if the number was whole: digits too many, or too few as heard from a recording.

    Not where the recording itself ends in mid-number: a recogniser loses single digits, not the rest of the message.
    """
    if message.transcript is not None:
        fewest = WHOLE - 1 if _ends_the_message(number, message) else WHOLE - 2
        return not number.certain and len(number.digits) >= fewest
    return len(number.digits) > WHOLE


def _heard_in_pieces(message: Message) -> bool:
    """Whether the part that is missing may be what was heard as another number, uncertain too: "5'4", 5'5", 5'5", 0176"."""
    return message.transcript is not None and any(number.complete and not number.certain for number in message.numbers)


def _is_a_guess(number: SpokenNumber, message: Message) -> bool:
    """Whether a number that was not whole was also heard badly: what is missing may only be what was not understood.

    Or taken for the main line though a digit was missing, where the direct line differs from it by as little (0150 and 0156).
    """
    if message.transcript is not None and number.match is NumberMatch.MAIN_LINE and not number.certain:
        return _are_neighbours(message)
    words = message.transcript.words_within(number.start_char, number.end_char) if message.transcript else ()
    return not number.complete and any(word.probability < LEAST_PROBABILITY for word in words)


def _are_neighbours(message: Message) -> bool:
    """Whether the direct line on file is the main line but for a digit."""
    lines = (on_file(message.context.rep.direct_line), on_file(message.context.rep.main_line))
    return all(lines) and difference(*lines) in (Difference.ONE_DIGIT, Difference.TRANSPOSED)


def _ends_the_message(number: SpokenNumber, message: Message) -> bool:
    return not message.text[number.end_char :].strip(" .,-…")


def _is_own(number: SpokenNumber, message: Message) -> bool:
    behind_extension = _has_extension(number, message) and number.match is not NumberMatch.DIRECT_LINE
    return number.complete and number.match is not NumberMatch.MAIN_LINE and not behind_extension


def _said_anew(presented: Sequence[Presented], message: Message) -> Iterator[Presented]:
    """What is called one's own and misses digits, where the direct line on file is said whole too and begins or ends alike."""
    lines = [number for number in message.numbers if number.complete and number.match is NumberMatch.DIRECT_LINE]
    for one in presented:
        if not one.number.complete:
            cut = one.number.digits
            yield from (Presented(line, one.words) for line in lines if _begins_or_ends_alike(cut, line.digits))


def _begins_or_ends_alike(cut: str, whole: str) -> bool:
    return cut[:AREA_CODE] == whole[:AREA_CODE] or cut[-LAST_FOUR:] == whole[-LAST_FOUR:]


def _has_extension(number: SpokenNumber, message: Message) -> bool:
    return bool(_EXTENSION.match(message.text[number.end_char :]))


def _praise(number: SpokenNumber, message: Message) -> str:
    said = "You gave a number and said that it is your own line."
    if number.match is not NumberMatch.OTHER:
        return said
    off = difference(number.digits, on_file(message.context.rep.direct_line))
    if off in (Difference.ONE_DIGIT, Difference.TRANSPOSED):
        return f"{said} Check it: against your direct line on file, {off.value}."
    return f"{said} Check it: it is not the direct line on file."


def _same(number: SpokenNumber, other: SpokenNumber) -> bool:
    return is_same(number.digits, other.digits) or is_same(other.digits, number.digits)


def _why_not_twice(whole: Sequence[SpokenNumber], unclear: int, spoken: int) -> str:
    """unclear: how many may have been said whole, those that were not heard whole among them."""
    if not unclear:
        return NO_NUMBER if not spoken else "The number was incomplete: digits are missing."
    if unclear > 1 and not whole:
        return "The number was not heard clearly either time."
    if not whole:
        return "A number was heard only once, and not whole."
    if len(whole) < 2:
        return "The whole number was said only once."
    if _is_nearly_the_same(whole):
        return f"The second time, {difference(whole[1].digits, whole[0].digits).value}: nobody can tell which is right."
    return "Each number was said only once."


def _is_nearly_the_same(whole: Sequence[SpokenNumber]) -> bool:
    near = (Difference.ONE_DIGIT, Difference.TRANSPOSED)
    return len(whole) > 1 and difference(whole[1].digits, whole[0].digits) in near
