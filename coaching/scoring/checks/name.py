"""Names spoken: the customer's own to them, and the caller's own.

Against the name on file a garbled spelling still counts; without one, a name is known by its place, never by its
capital or by a list of names, so that every name is heard alike.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from coaching.domain.scorecard import Outcome
from coaching.errors import InvalidFile
from coaching.scoring.around import phrase_after, phrase_before
from coaching.scoring.checks.spans import widest
from coaching.scoring.message import Check, Judgement, Message, Span
from coaching.scoring.names import NameHeard, PersonName
from coaching.scoring.stores import trade_words
from coaching.scoring.vocabulary import Phrase, phrases, word_lists, word_set
from coaching.scoring.words import SpokenWords, span_of, spoken_words

# Likeness to the name on file (see `sound`), chosen on the development sets: "Bound" for Baum (0.57) is one where a
# name is due, "Michelle" for Melissa (0.40) is none, and anywhere else a word must leave no doubt.
DUE, TITLED, ANYWHERE = 0.62, 0.5, 0.8
OPENING_WORDS = 3  # a name among the first words of a message is spoken to somebody


def name_check(options: Mapping[str, Any]) -> Check:
    """Option `whose`: customer (spoken to them) or rep (the caller says their own)."""
    kinds: dict[str, Callable[[], Check]] = {"customer": GreetedByName, "rep": IntroducedSelf}
    whose = options.get("whose")
    if whose not in kinds:
        raise InvalidFile(f"'whose' must be one of {', '.join(kinds)}, not {whose!r}.")
    return kinds[str(whose)]()


class NameRules:
    """The word lists of `names.toml`, made ready."""

    def __init__(self) -> None:
        lists = word_lists("names")
        self.titles = word_set(" ".join(lists["titles"]))
        self.greetings = phrases(lists["greetings"])
        self.due_after = self.greetings | phrases(lists["addresses"])
        self.not_addressed, self.asked_for = phrases(lists["not_addressed"]), phrases(lists["asked_for"])
        self.own_name_after, self.own_name_before = phrases(lists["own_name_after"]), phrases(lists["own_name_before"])
        self.words_too, self.never = word_set(lists["word_names"]), word_set(lists["never_names"])

    def could_be_name(self, word: str) -> bool:
        return word not in self.never and word not in self.titles and word.isalpha()

    def titled(self, words: SpokenWords, at: int) -> bool:
        return at > 0 and words[at - 1].text in self.titles


class GreetedByName(NameRules):
    def judge(self, message: Message) -> Judgement:
        words = spoken_words(message.text)
        customer, rep = PersonName.on_file(message.context.customer_name), PersonName.on_file(message.context.rep.name)
        if customer.given:
            spans = [span for heard in customer.heard_in(words, TITLED) if (span := self._spoken_to(words, heard, rep))]
            return _judged(
                widest(spans), f"You spoke to {message.context.customer_name.split()[0]} by name.", self._missed(message)
            )
        return _judged(widest(self._by_place(words)), "You spoke to the customer by name.", self._missed(message))

    def _spoken_to(self, words: SpokenWords, heard: NameHeard, rep: PersonName) -> Span | None:
        """The words that address the customer, or None where this place is somebody or something else."""
        if phrase_before(words, heard.first, self.not_addressed) and not self._due(words, heard):
            return None
        if self.titled(words, heard.first):
            return span_of(words[heard.first - 1 : heard.last])
        if heard.surname and not self._due(words, heard):
            return None
        if (
            heard.likeness < (DUE if self._due(words, heard) else ANYWHERE)
            or self._is_word(words, heard)
            or self._is_rep(words, heard, rep)
        ):
            return None
        return span_of(words[heard.first : heard.last])

    def _due(self, words: SpokenWords, heard: NameHeard) -> bool:
        return heard.first == 0 or bool(phrase_before(words, heard.first, self.due_after))

    def _is_word(self, words: SpokenWords, heard: NameHeard) -> bool:
        """A name that is a word too counts only where a name is due, and a common word never as a garble of one."""
        word = words[heard.first].text
        if heard.last - heard.first > 1 and heard.likeness < ANYWHERE:
            return True
        if word in self.words_too or word in self.never:
            return not self._due(words, heard) or (heard.likeness < 1.0 and word in self.never)
        return False

    def _is_rep(self, words: SpokenWords, heard: NameHeard, rep: PersonName) -> bool:
        """Both have this name, or nearly: then the caller's is the one that says so."""
        own = any(other.first == heard.first and other.likeness >= heard.likeness for other in rep.heard_in(words, DUE))
        return own and bool(
            phrase_before(words, heard.first, self.own_name_after) or phrase_after(words, heard.last, self.own_name_before)
        )

    def _by_place(self, words: SpokenWords) -> Iterator[Span]:
        for at, word in enumerate(words):
            if self.titled(words, at) and self.could_be_name(word.text):
                yield span_of(words[at - 1 : at + 1])
            elif self.could_be_name(word.text) and self._addressed(words, at):
                yield span_of(words[at : at + 1])

    def _addressed(self, words: SpokenWords, at: int) -> bool:
        if phrase_before(words, at, self.not_addressed) or phrase_after(words, at + 1, self.own_name_before):
            return False
        opens = at == 0 and bool(phrase_after(words, 1, self.greetings | _IT_IS))
        return opens or bool(phrase_before(words, at, self.greetings)) or bool(phrase_before(words, at, _CALLED))

    def _missed(self, message: Message) -> str:
        name = message.context.customer_name.split()
        return f"{name[0]} never heard their own name." if name else "The customer never heard their own name."


class IntroducedSelf(NameRules):
    def judge(self, message: Message) -> Judgement:
        words = spoken_words(message.text)
        rep, customer = PersonName.on_file(message.context.rep.name), PersonName.on_file(message.context.customer_name)
        on_file = (span for heard in rep.heard_in(words, DUE) if (span := self._own(words, heard, customer)))
        spans = widest(on_file) or widest(self._by_place(words, message))
        return _judged(spans, "You said who is calling.", "You never said your own name.")

    def _own(self, words: SpokenWords, heard: NameHeard, customer: PersonName) -> Span | None:
        if self._asked_for(words, heard.first, heard.last) or _in_address(words, heard.last):
            return None
        due = self._says_own(words, heard.first, heard.last)
        if heard.likeness < (DUE if due else ANYWHERE) or (heard.surname and heard.likeness < ANYWHERE):
            return None
        word = words[heard.first].text
        if not due and (word in self.words_too or word in self.never or self._is_customer(words, heard, customer)):
            return None
        if heard.likeness < 1.0 and word in self.never and heard.last - heard.first == 1:
            return None
        return span_of(words[heard.first : heard.last])

    def _says_own(self, words: SpokenWords, first: int, last: int) -> bool:
        return bool(phrase_before(words, first, self.own_name_after) or phrase_after(words, last, self.own_name_before))

    def _asked_for(self, words: SpokenWords, first: int, last: int) -> bool:
        return bool(phrase_before(words, first, self.asked_for)) and not phrase_after(words, last, _THATS_ME)

    def _is_customer(self, words: SpokenWords, heard: NameHeard, customer: PersonName) -> bool:
        return any(other.first == heard.first and other.likeness >= heard.likeness for other in customer.heard_in(words, DUE))

    def _by_place(self, words: SpokenWords, message: Message) -> Iterator[Span]:
        """A name in the caller's own words: "this is Luis with", "Luis here", "my name's Luis"."""
        store = PersonName.on_file(message.context.rep.dealership)
        for at, word in enumerate(words):
            if (
                not self.could_be_name(word.text)
                or self._asked_for(words, at, at + 1)
                or _in_address(words, at + 1)
                or word.text in store.given
            ):
                continue
            if self._named_by_place(words, at) and not _company(words, at):
                yield span_of(words[at : at + 1])

    def _named_by_place(self, words: SpokenWords, at: int) -> bool:
        said = phrase_before(words, at, self.own_name_after)
        if said in _SURE:
            return True
        follows = phrase_after(words, at + 1, self.own_name_before) or phrase_after(words, at + 2, _FROM)
        return bool(said and follows) or (bool(phrase_after(words, at + 1, _HERE)) and at <= OPENING_WORDS)


_IT_IS = phrases(["this is", "it's", "it is"])
_HERE = phrases(["here", "again"])
_THATS_ME = phrases(["that's me", "that is me"])
_CALLED = phrases(["message is for", "calling for", "message for", "trying to reach", "looking for"])
_SURE: set[Phrase | None] = {("my", "name", "is"), ("my", "name's"), ("name", "is"), ("name's",)}
_FROM = phrases(["with", "from", "at", "over at", "calling"])
_ADDRESS_ENDS = {"com", "net", "org"}


def _in_address(words: SpokenWords, last: int) -> bool:
    """The name is the beginning of an e-mail address: "marcus at fairhaven honda dot com"."""
    following = [word.text for word in words[last : last + 8]]
    if not following or following[0] not in {"at", "dot"}:
        return False
    return any(word in _ADDRESS_ENDS for word in following[:7])


def _company(words: SpokenWords, at: int) -> bool:
    """A make or "auto" right after: a store is speaking ("this is Crown Mazda")."""
    return any(word.text in trade_words() for word in words[at : at + 3] if word.text not in {"with", "from", "at"}) and not any(
        word.text in {"with", "from", "at", "over", "calling"} for word in words[at + 1 : at + 3]
    )


def _judged(spans: tuple[Span, ...], met: str, missed: str) -> Judgement:
    return Judgement(Outcome.MET, met, spans) if spans else Judgement(Outcome.NOT_MET, missed)
