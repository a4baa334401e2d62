"""Names known by their place alone: spoken to somebody ("Hi ..."), or said of oneself ("this is ..."), whatever the name is."""

from collections.abc import Iterator, Sequence

from coaching.scoring.around import phrase_after, phrase_before
from coaching.scoring.stores import trade_words
from coaching.scoring.vocabulary import Phrase, phrases, word_lists, word_set
from coaching.scoring.words import SpokenWords

OPENING_WORDS = 3  # a name before "here" or "again" stands among the first words
INTRODUCTION = 14  # words within which a caller says who they are
STORE_REACH = 4  # words between the caller's name and the make of their store: "Jody, Big Valley Chevrolet"
NOUN_REACH = 8  # words of "a single shot light roast house coffee"
ADDRESS_REACH = 7  # words of "ruben at pinecrest kia dot com" after the name

Place = tuple[int, int]
"""words[first:last] of a message."""


class NameRules:
    """The word lists of `names.toml`, made ready."""

    def __init__(self) -> None:
        lists = word_lists("names")
        self.titles = word_set(" ".join(lists["titles"]))
        self.greetings = phrases(lists["greetings"])
        self.due_after = self.greetings | phrases(lists["addresses"])
        self.not_addressed, self.asked_for = phrases(lists["not_addressed"]), phrases(lists["asked_for"])
        self.own_name_after, self.own_name_before = phrases(lists["own_name_after"]), phrases(lists["own_name_before"])
        self.word_goes_on = word_set(lists["word_goes_on"])
        self.called_for = phrases(lists["called_for"])
        self.name_if_presented = word_set(lists["name_if_presented"])
        self.words_too, self.never = word_set(lists["word_names"]), word_set(lists["never_names"])

    def could_be_name(self, word: str) -> bool:
        return word not in self.never and word not in self.titles and word.isalpha()

    def titled(self, words: SpokenWords, at: int) -> bool:
        return self.title_before(words, at) is not None

    def title_before(self, words: SpokenWords, at: int) -> int | None:
        """Where the title of the name that stands there begins; a recogniser prints "Ms." as "M.S." and "A.M.S." too."""
        if at > 0 and words[at - 1].text in self.titles:
            return at - 1
        spelled = [word.text for word in words[max(at - 2, 0) : at]] == ["m", "s"]
        return at - 2 if spelled else None

    def says_own(self, words: SpokenWords, first: int, last: int) -> bool:
        return bool(phrase_before(words, first, self.own_name_after) or phrase_after(words, last, self.own_name_before))

    def asked_for_at(self, words: SpokenWords, first: int, last: int) -> bool:
        return bool(phrase_before(words, first, self.asked_for)) and not phrase_after(words, last, _THATS_ME)

    def introduces_next(self, words: SpokenWords, at: int) -> bool:
        return bool(phrase_after(words, at, _IT_IS))

    def addressed(self, words: SpokenWords) -> Iterator[Place]:
        for at, word in enumerate(words):
            if self.titled(words, at) and self.could_be_name(word.text):
                yield self.title_before(words, at) or 0, at + 1
            elif self.could_be_name(word.text) and self._addressed_at(words, at):
                yield at, at + 1

    def _addressed_at(self, words: SpokenWords, at: int) -> bool:
        if phrase_before(words, at, self.not_addressed) or phrase_after(words, at + 1, self.own_name_before):
            return False
        if at == 0:
            return bool(phrase_after(words, 1, self.greetings | _IT_IS)) or any(place[0] == 1 for place in self.introduced(words))
        greeted = phrase_before(words, at, self.greetings)
        if greeted and (at <= OPENING_WORDS or greeted not in _FILLERS):
            return True
        return bool(phrase_before(words, at, self.called_for))

    def introduced(self, words: SpokenWords, *, plainly: bool = False, store: Sequence[str] = ()) -> Iterator[Place]:
        """plainly: only where the words around leave no doubt, not where a name merely stands where callers say theirs.

        store: the words of the dealership on file; a name that it follows is the caller's.
        """
        for at, word in enumerate(words):
            named = self.could_be_name(word.text) or self._presented(words, at)
            if not named or self.asked_for_at(words, at, at + 1) or in_address(words, at + 1) or _compares(words, at + 1):
                continue
            if self._plainly_own(words, at, store) or (not plainly and self._likely_own(words, at)):
                yield at, at + 1

    def _presented(self, words: SpokenWords, at: int) -> bool:
        presented = words[at].text in self.name_if_presented and phrase_before(words, at, self.own_name_after)
        return bool(presented and phrase_after(words, at + 1, _FROM | _HERE))

    def _plainly_own(self, words: SpokenWords, at: int, store: Sequence[str]) -> bool:
        if self.titled(words, at):
            return False
        said = phrase_before(words, at, self.own_name_after)
        if said and _store_on_file_follows(words, at + 1, store):
            return True
        if said in _SURE or phrase_after(words, at + 1, _THATS_ME):
            return True
        if _company(words, at):
            return False
        follows = phrase_after(words, at + 1, self.own_name_before) or phrase_after(words, at + 2, _FROM)
        return bool(said and follows) or (bool(phrase_after(words, at + 1, _HERE)) and at <= OPENING_WORDS)

    def _likely_own(self, words: SpokenWords, at: int) -> bool:
        if at >= INTRODUCTION:
            return False
        followed = phrase_after(words, at + 1, _HERE | _FROM) and not _ends_noun(words, at)
        if not _company(words, at) and (phrase_before(words, at, self.own_name_after) or followed):
            return True
        addressed = at == 0 or bool(phrase_before(words, at, self.greetings)) or self.titled(words, at)
        return not addressed and self.store_follows(words, at + 1)

    def store_follows(self, words: SpokenWords, at: int) -> bool:
        """Only words that could be a name, at least one, and then a make: "Munro Stockbridge Ford"."""
        for place in range(at, min(at + STORE_REACH + 1, len(words))):
            if words[place].text in trade_words():
                return place > at
            if not self.could_be_name(words[place].text):
                return False
        return False


_IT_IS = phrases(["this is", "it's", "it is", "i'm", "i am"])
_HERE = phrases(["here", "again"])
_THATS_ME = phrases(["that's me", "that is me"])
_SURE: set[Phrase | None] = {("my", "name", "is"), ("my", "name's"), ("name", "is"), ("name's",)}
_FROM = phrases(["with", "from", "at", "over", "calling"])
_BEFORE_NOUNS = {"a", "an", "the", "some", "any", "of", "my", "your", "our", "no"}
_FILLERS: set[Phrase | None] = {("um",), ("uh",), ("yeah",)}  # before a name at the beginning, later before any word
_ADDRESS_ENDS = {"com", "net", "org", "co", "ca", "us", "biz", "info"}


def _ends_noun(words: SpokenWords, at: int) -> bool:
    """ "A single shot 12 ounce americano with": what follows an article is a thing, and nobody who calls."""
    return any(word.text in _BEFORE_NOUNS for word in words[max(at - NOUN_REACH, 0) : at])


def _compares(words: SpokenWords, at: int) -> bool:
    """ "If it's simpler than calling" names nobody."""
    return at < len(words) and words[at].text == "than"


def _store_on_file_follows(words: SpokenWords, at: int, store: Sequence[str]) -> bool:
    """ "Sully, Quarry Hill Nissan" and "Sully over at Quarry Hill Nissan"."""
    at += len(phrase_after(words, at, _FROM) or ())
    return bool(store) and at < len(words) and words[at].text == store[0]


def in_address(words: SpokenWords, last: int) -> bool:
    """The name is the beginning of an e-mail address: "marcus at fairhaven honda dot com"."""
    following = words[last : last + ADDRESS_REACH + 1]
    begins = bool(following) and following[0].text in ("at", "dot")
    return begins and any(ends_address(following, at) for at in range(len(following)))


def ends_address(words: SpokenWords, at: int) -> bool:
    """Whether "dot com" or the like stands here."""
    return at + 1 < len(words) and words[at].text == "dot" and words[at + 1].text in _ADDRESS_ENDS


def _company(words: SpokenWords, at: int) -> bool:
    """A make or "auto" right after: a store is speaking ("this is Crown Mazda")."""
    for place in range(at, min(at + 3, len(words))):
        if place > at and phrase_after(words, place, _FROM):
            return False
        if words[place].text in trade_words():
            return True
    return False
