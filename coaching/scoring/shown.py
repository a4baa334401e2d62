"""Which part of a sentence is shown as evidence. Sentences are cut by their words; for the eye, printed full stops help."""

import re
from itertools import pairwise

from coaching.scoring.meaning_model import MeaningModel
from coaching.scoring.meanings import meanings_of
from coaching.scoring.message import Message, Span
from coaching.scoring.sentences import Sentence

FULL_STOP = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)[.?!…]+\s+")
LEADING = re.compile(r"(?:(?:so|and|but|anyway|anyways|okay|ok|well|um|uh|plus|also)\b[\s,.]*)+", re.IGNORECASE)

# A phrase is shown to the end of its clause where that is near ("give us" a call), else with what leans on it ("text" me).
WORDS_TO_THE_END, WORDS_FROM_THE_BEGIN = 4, 3
NAME_IN_ADDRESS = re.compile(r"[\w.+-]+(?=@)")
REST_OF_WORD = re.compile(r"\S*[^\s.,;:!?…]")
TO_THE_END = re.compile(rf"(?:\s+\S*[^\s.,;:!?…]){{0,{WORDS_TO_THE_END}}}(?=[.,;:!?…]+(?:\s|$)|\s*$)")
FROM_THE_BEGIN = re.compile(rf"(?:^|[.,;:!?…]\s+)((?:\S*[^\s.,;:!?…]\s+){{1,{WORDS_FROM_THE_BEGIN}}})$")
LEANS_ON = re.compile(r"(?:\s+(?:me|us|it|that|this|them|back|up)\b)+(?![’'-])", re.IGNORECASE)
LEANS_BACK = re.compile(r"(?:better|best|easier|easiest|works?|suits?|fits?)\b", re.IGNORECASE)
LEADS_ON = re.compile(r"(?:[\s,]+(?:and|or|at|on|to|if|when|so|but|with|the|a|an|your|my|our))+$", re.IGNORECASE)


def telling_part(message: Message, sentence: Sentence, model: MeaningModel) -> Span:
    """What is shown of it: what the model finds most in between printed full stops, without the "so" and "and" that lead in."""
    parts = _between_full_stops(message.text, sentence.span)
    inside = (tuple(word for word in sentence.words if part.start <= word.start < part.end) for part in parts)
    telling = meanings_of(message, [Sentence(words) for words in inside if words]) if len(parts) > 1 else None
    if telling is None or not telling.spans:
        return useful_part(message.text, sentence.span)
    scores = telling.scores(model)
    return _without_lead_in(message.text, telling.spans[max(range(len(scores)), key=scores.__getitem__)])


def useful_part(text: str, sentence: Span) -> Span:
    """What is shown of it: the longest part between printed full stops, without the "so" and "and" that lead in."""
    return _without_lead_in(text, max(_between_full_stops(text, sentence), key=lambda part: (part.end - part.start, -part.start)))


def whole_clauses(text: str, part: Span) -> Span:
    """To the printed commas and full stops just outside: where a sentence ends by its words may be a few words off."""
    before, after = FROM_THE_BEGIN.search(text, 0, part.start), TO_THE_END.match(text, part.end)
    return _without_lead_in(text, Span(before.start(1) if before else part.start, after.end() if after else part.end))


def rounded(text: str, phrase: Span) -> Span:
    """What is shown of a phrase that was found by its first words: nobody reads "dial it, or" or "better for you"."""
    before = FROM_THE_BEGIN.search(text, 0, phrase.start) if LEANS_BACK.match(text, phrase.start) else None
    names = (name.start() for name in NAME_IN_ADDRESS.finditer(text) if name.end() == phrase.start)
    return _to_a_good_end(text, Span(before.start(1) if before else next(names, phrase.start), phrase.end))


def _to_a_good_end(text: str, phrase: Span) -> Span:
    word = REST_OF_WORD.match(text, phrase.end)
    end = word.end() if word else phrase.end
    whole = TO_THE_END.match(text, end)
    if whole:
        return Span(phrase.start, whole.end())
    leans = LEANS_ON.match(text, end)
    if leans:
        return Span(phrase.start, leans.end())
    leads = LEADS_ON.search(text[phrase.start : end])
    return Span(phrase.start, phrase.start + leads.start()) if leads else Span(phrase.start, end)


def _between_full_stops(text: str, sentence: Span) -> list[Span]:
    stops = [stop.end() for stop in FULL_STOP.finditer(text, sentence.start, sentence.end)]
    return [Span(start, end) for start, end in pairwise([sentence.start, *stops, sentence.end])]


def _without_lead_in(text: str, part: Span) -> Span:
    leading = LEADING.match(text, part.start, part.end)
    start, end = leading.end() if leading else part.start, len(text[: part.end].rstrip(" .,;:!?-–—"))
    return Span(start, end) if start < end else part
