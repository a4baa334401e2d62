"""What is said in one of a few ways, unless what stands around it takes it back."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from coaching.domain.scorecard import Outcome
from coaching.errors import InvalidFile
from coaching.scoring.checks.spans import widest
from coaching.scoring.message import Judgement, Message
from coaching.scoring.phrases import SpokenText, compile_patterns
from coaching.scoring.scope import Modified, Modifier, targets_in
from coaching.scoring.shown import rounded
from coaching.scoring.words import span_of, spoken_words

NEEDED = {"met", "missed", "targets"}
OPTIONS = NEEDED | {"lists", "modifier", "because", "follows"}


class PhraseCheck:
    """targets: patterns (see `phrases`) that prove it. modifier: what takes a target back (see `scope`).

    met, missed: the explanations; because: what a modifier means -> the explanation where only taken-back targets were said.
    follows: words that mostly come after the one that proves it; what stands before them may be it, misheard.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        wrong = sorted(set(options) - OPTIONS) or sorted(NEEDED - set(options))
        if wrong:
            known = "is missing" if wrong[0] in NEEDED else "is not known"
            raise InvalidFile(f"'{wrong[0]}' {known}. Allowed: {', '.join(sorted(OPTIONS))}.")
        lists = options.get("lists", {})
        self._targets = compile_patterns(options["targets"], lists)
        self._modifiers = [Modifier.read(values, lists) for values in options.get("modifier", ())]
        self._met, self._missed, self._because = str(options["met"]), str(options["missed"]), dict(options.get("because", {}))
        self._follows = frozenset(options.get("follows", ()))

    def judge(self, message: Message) -> Judgement:
        text = SpokenText(spoken_words(message.text))
        said = list(targets_in(text, self._targets, self._modifiers, _thoughts(message, text)))
        proofs = widest(span_of(text.words[slice(*one.target)]) for one in said if not one.by)
        if proofs:
            return Judgement(Outcome.MET, self._met, proofs, shown=widest(rounded(message.text, proof) for proof in proofs))
        taken_back = widest(
            span_of(text.words[min(place[0], one.target[0]) : max(place[1], one.target[1])])
            for one in said
            for _, place in one.by
        )
        almost = tuple(span_of([word]) for word, after in pairwise(text.words) if after.text in self._follows)
        return Judgement(Outcome.NOT_MET, self._explain(said), taken_back, near=almost)

    def _explain(self, said: list[Modified]) -> str:
        reasons = [self._because[modifier.means] for one in said for modifier, _ in one.by if modifier.means in self._because]
        return reasons[0] if reasons else self._missed


def _thoughts(message: Message, text: SpokenText) -> frozenset[int]:
    """The words with which a thought begins, as places in the text."""
    begins = {sentence.span.start for sentence in message.sentences}
    return frozenset(at for at, word in enumerate(text.words) if word.start in begins)
