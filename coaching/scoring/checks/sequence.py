"""Is this message news to someone who has heard the earlier ones? The check behind `no_repetition`."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any

from coaching.domain.context import CallContext, EarlierMessage
from coaching.domain.scorecard import Outcome, Repeated
from coaching.errors import InvalidFile
from coaching.scoring.message import Judgement, Message
from coaching.scoring.odds import EVEN
from coaching.scoring.parse import MessageParser
from coaching.scoring.readers import agreed
from coaching.scoring.repetition import explanations
from coaching.scoring.repetition.combiner import is_same_script, trained_combiner
from coaching.scoring.repetition.comparison import Earlier, compare
from coaching.scoring.repetition.reading import chance_of_news
from coaching.scoring.repetition.reasons import Reasons, read_reasons
from coaching.scoring.repetition.side_by_side import Return, newest, returns, why_they_called

REMEMBERED = 1024  # messages; the earlier ones of a lead are mostly other lines of the same batch


class SequenceCheck:
    """Takes no options: what is a fact and what is routine is kept as data in `scoring/repetition`."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        if options:
            raise InvalidFile(f"the type sequence takes no options; remove {', '.join(sorted(options))}.")
        self._parser = MessageParser()
        self._remembered: OrderedDict[tuple[str, ...], Reasons] = OrderedDict()

    def judge(self, message: Message) -> Judgement:
        said = self._reasons(message.text, message)  # also of a first attempt, with which the next of its batch is compared
        earlier = tuple(before for before in message.context.earlier if before.text.strip())
        if not earlier:
            return Judgement(Outcome.NOT_APPLICABLE, explanations.FIRST)
        heard = Earlier(tuple(self._reasons(before.text, message) for before in earlier))
        comparison = compare(said, heard)
        by_facts = trained_combiner().chance_of_news(comparison)
        if agreed(by_facts, lambda: chance_of_news(said, heard.messages)) >= EVEN:
            return _news(said, heard)
        same_script = is_same_script(comparison)
        back = returns(said, heard) or (why_they_called(said, heard) if same_script else ())
        return _repetition(back, earlier, same_script=same_script)

    def _reasons(self, text: str, message: Message) -> Reasons:
        """Of the message itself or of an earlier one, which is parsed only if it was not just judged itself."""
        key = (text, *_on_file(message.context))
        reasons = self._remembered.get(key)
        if reasons is None:
            parsed = message if text == message.text else self._parser.parse(text, message.context)
            reasons = self._remembered[key] = read_reasons(parsed)
            if len(self._remembered) > REMEMBERED:
                self._remembered.popitem(last=False)
        return reasons


def _on_file(context: CallContext) -> tuple[str, ...]:
    """All that the reading of a message depends on beside its text."""
    return context.rep.name, context.rep.dealership, context.customer_name, str(sorted(context.facts.items()))


def _news(said: Reasons, heard: Earlier) -> Judgement:
    passage = newest(said, heard)
    if passage is None:
        return Judgement(Outcome.MET, explanations.news(""))
    return Judgement(Outcome.MET, explanations.news(said.text[passage.span.start : passage.span.end]), (passage.span,))


def _repetition(back: Sequence[Return], earlier: Sequence[EarlierMessage], *, same_script: bool) -> Judgement:
    if not back:
        return Judgement(Outcome.NOT_MET, explanations.NOTHING_SAID)
    repeats = tuple(_repeated(match, earlier[match.message]) for match in back)
    clearest = max(back, key=lambda match: match.likeness)
    source, number = earlier[clearest.message], clearest.message + 1
    quote = _repeated(clearest, source).quote
    explanation = explanations.same_script(source, number) if same_script else explanations.said_before(quote, source, number)
    return Judgement(Outcome.NOT_MET, explanation, tuple(match.passage.span for match in back), repeats=repeats)


def _repeated(match: Return, source: EarlierMessage) -> Repeated:
    span = match.before.span
    return Repeated(source.id, source.text[span.start : span.end], span.start, span.end)
