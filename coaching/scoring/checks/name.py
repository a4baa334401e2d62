"""Names spoken: the customer's own to them, and the caller's own.

Against the name on file a garbled spelling still counts; without one, a name is known by its place, never by its
capital or by a list of names, so that every name is heard alike.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from coaching.domain.scorecard import Outcome
from coaching.errors import InvalidFile
from coaching.scoring.around import phrase_before
from coaching.scoring.checks.spans import widest
from coaching.scoring.message import Check, Judgement, Message, Span
from coaching.scoring.name_places import NameRules, in_address
from coaching.scoring.names import NameHeard, PersonName, called
from coaching.scoring.words import SpokenWords, folded, span_of, spoken_words

# Likeness to the name on file (see `sound`), chosen on the development sets: "Bound" for Baum (0.57) is one where a
# name is due, "Michelle" for Melissa (0.40) is none, and anywhere else a word must leave no doubt.
DUE, TITLED, ANYWHERE = 0.62, 0.5, 0.8
OPENING_WORDS = 6  # within which a word that is the caller's name is their name, even where nothing presents it


def name_check(options: Mapping[str, Any]) -> Check:
    """Option `whose`: customer (spoken to them) or rep (the caller says their own)."""
    kinds: dict[str, Callable[[], Check]] = {"customer": GreetedByName, "rep": IntroducedSelf}
    whose = options.get("whose")
    if whose not in kinds:
        raise InvalidFile(f"'whose' must be one of {', '.join(kinds)}, not {whose!r}.")
    return kinds[str(whose)]()


class GreetedByName:
    def __init__(self) -> None:
        self._rules = NameRules()

    def judge(self, message: Message) -> Judgement:
        words = spoken_words(message.text)
        customer, rep = PersonName.on_file(message.context.customer_name), PersonName.on_file(message.context.rep.name)
        if customer.given:
            spans = [span for heard in customer.heard_in(words, TITLED) if (span := self._spoken_to(words, heard, rep))]
            return _judged(widest(spans), f"{called(message.context.customer_name)} heard their own name.", self._missed(message))
        named = widest(span_of(words[first:last]) for first, last in self._rules.addressed(words))
        return _judged(named, "The customer heard their own name.", self._missed(message))

    def _spoken_to(self, words: SpokenWords, heard: NameHeard, rep: PersonName) -> Span | None:
        """The words that address the customer, or None where this place is somebody or something else."""
        if phrase_before(words, heard.first, self._rules.not_addressed) and not self._due(words, heard):
            return span_of(words[heard.first : heard.last]) if self._is_misheard_title(words, heard, rep) else None
        title = self._rules.title_before(words, heard.first)
        if title is not None:
            return span_of(words[title : heard.last])
        if heard.surname and not self._due(words, heard):
            return None
        if (
            heard.likeness < (DUE if self._due(words, heard) else ANYWHERE)
            or self._is_word(words, heard)
            or self._is_rep(words, heard, rep)
        ):
            return None
        return span_of(words[heard.first : heard.last])

    def _is_misheard_title(self, words: SpokenWords, heard: NameHeard, rep: PersonName) -> bool:
        """ "This is Hinojosa, it's Beto" began with "Mrs. Hinojosa": who goes on to say who they are has not done so yet."""
        surname = heard.surname and heard.likeness >= ANYWHERE and heard.first < OPENING_WORDS
        return surname and self._rules.introduces_next(words, heard.last) and not self._is_rep(words, heard, rep)

    def _due(self, words: SpokenWords, heard: NameHeard) -> bool:
        return heard.first == 0 or bool(phrase_before(words, heard.first, self._rules.due_after))

    def _is_word(self, words: SpokenWords, heard: NameHeard) -> bool:
        """A name that is a word too counts only where a name is due, and a common word never as a garble of one."""
        word = words[heard.first].text
        if heard.last - heard.first > 1 and heard.likeness < ANYWHERE:
            return True
        if word in self._rules.words_too or word in self._rules.never:
            return not self._due(words, heard) or (heard.likeness < 1.0 and word in self._rules.never)
        return False

    def _is_rep(self, words: SpokenWords, heard: NameHeard, rep: PersonName) -> bool:
        """Both have this name, or nearly: then the caller's is the one that says so."""
        own = any(other.first == heard.first and other.likeness >= heard.likeness for other in rep.heard_in(words, DUE))
        return own and self._rules.says_own(words, heard.first, heard.last)

    def _missed(self, message: Message) -> str:
        return f"{called(message.context.customer_name) or 'The customer'} never heard their own name."


class IntroducedSelf:
    def __init__(self) -> None:
        self._rules = NameRules()

    def judge(self, message: Message) -> Judgement:
        words = spoken_words(message.text)
        rep, customer = PersonName.on_file(message.context.rep.name), PersonName.on_file(message.context.customer_name)
        on_file = (span for heard in rep.heard_in(words, DUE) if (span := self._own(words, heard, customer)))
        spans = widest(on_file) or widest(self._by_place(words, message))
        return _judged(spans, "You said who is calling.", "You never said your own name.")

    def _own(self, words: SpokenWords, heard: NameHeard, customer: PersonName) -> Span | None:
        if self._rules.asked_for_at(words, heard.first, heard.last) or in_address(words, heard.last):
            return None
        due = self._rules.says_own(words, heard.first, heard.last)
        one_word = heard.last - heard.first == 1
        placed = due or (one_word and heard.first < OPENING_WORDS and self._rules.store_follows(words, heard.last))
        if heard.likeness < (DUE if placed else ANYWHERE) or (heard.surname and heard.likeness < ANYWHERE):
            return None
        word = words[heard.first].text
        if not due and (self._is_word(words, heard) or self._is_customer(words, heard, customer)):
            return None
        if heard.likeness < 1.0 and word in self._rules.never and one_word:
            return None
        return span_of(words[heard.first : heard.last])

    def _is_word(self, words: SpokenWords, heard: NameHeard) -> bool:
        """ "Hey Tasha, Will." is a name; "Hey Tasha, will you" and every later "will" is a word."""
        word, after = words[heard.first].text, words[heard.last].text if heard.last < len(words) else ""
        early = heard.last <= OPENING_WORDS and heard.likeness == 1.0 and after not in self._rules.word_goes_on
        return not early and (word in self._rules.never or word in self._rules.words_too)

    def _by_place(self, words: SpokenWords, message: Message) -> Iterator[Span]:
        """Somebody else than on file may call; their words must then say plainly that they do."""
        store, customer = folded(message.context.rep.dealership), folded(message.context.customer_name)
        for first, last in self._rules.introduced(words, plainly=bool(message.context.rep.name), store=store):
            theirs = words[first].text in customer and not self._rules.says_own(words, first, first)
            if words[first].text not in store and not theirs:
                yield span_of(words[first:last])

    def _is_customer(self, words: SpokenWords, heard: NameHeard, customer: PersonName) -> bool:
        return any(other.first == heard.first and other.likeness >= heard.likeness for other in customer.heard_in(words, DUE))


def _judged(spans: tuple[Span, ...], met: str, missed: str) -> Judgement:
    return Judgement(Outcome.MET, met, spans) if spans else Judgement(Outcome.NOT_MET, missed)
