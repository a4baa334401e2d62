"""Where the words behind a verdict were heard badly, a person has to listen: which verdicts, and to what passage."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import fmean

from coaching.domain.scorecard import Evidence, NumberMatch, Outcome
from coaching.domain.transcript import Transcript, Word
from coaching.scoring.message import Judgement, Message, Span

# Averages, because single odd words in what was understood are the rule. A verdict that hangs on a word or two has the lower
# limit: clean recordings print "Riverbend Toyota" at 0.36 (the second word at 0.11), noisy ones where it is a guess below 0.1.
FEW_WORDS = 3
LEAST_OF_FEW = 0.25
LEAST_OF_MANY = 0.5
# A name that was made out at all was said: of 28 such verdicts below 0.25 on 72 recordings from the telephone 27 were right, and
# the odd one stood in a text that repeated itself, below 0.02.
LEAST_OF_NAME = 0.02
# "Not said" hangs on the whole message too, and on its worst passage: what was said may be in there. Of 1,951 verdicts on 144
# recordings from the telephone (two authors in many voices, benchmarks/end_to_end.py) these limits make 3 % unsure and 48 wrong
# reproaches; with LEAST_OF_ALL 0.6, LEAST_OF_PASSAGE 0.35 and LEAST_OF_MANY 0.55 it is 6 % and 37, five sixths of what is doubted
# then being right. Of those on clean recordings 0.5 % are unsure.
LEAST_OF_ALL = 0.55
PASSAGE_WORDS = 8  # a sentence; of 4, one misheard name is half
LEAST_OF_PASSAGE = 0.3
# About so long is the passage to listen to; shorter cannot be understood out of context.
LISTEN_S = 2.0


def weigh(message: Message, judgement: Judgement) -> tuple[Judgement, Evidence | None]:
    """The judgement, made unsure where the words that it hangs on were heard badly, and then the passage to listen to.

    met hangs on its decisive spans (else on all of them), not_met on what almost counted and on all that was said.
    Text without a recording is never doubted here; a judgement that came in unsure gets its passage.
    """
    spans = _hangs_on(judgement)
    if judgement.outcome is Outcome.UNSURE:
        return judgement, _passage(message, spans or judgement.spans)
    if judgement.outcome is Outcome.NOT_APPLICABLE or message.transcript is None:
        return judgement, None
    met = judgement.outcome is Outcome.MET
    doubtful = [span for span in spans if _is_doubtful(_questionable(message, message.transcript, span), met)]
    if not met and not doubtful:
        hidden = _where_it_may_be(message.transcript) if judgement.may_hide else None
        return (replace(judgement, outcome=Outcome.UNSURE), _passage(message, [hidden])) if hidden else (judgement, None)
    if met and len(doubtful) < len(spans) and not judgement.decisive:
        return judgement, None  # one of several proofs was heard well
    if not doubtful:
        return judgement, None
    return replace(judgement, outcome=Outcome.UNSURE), _passage(message, doubtful[:1])


def _hangs_on(judgement: Judgement) -> tuple[Span, ...]:
    if judgement.outcome is Outcome.MET:
        return judgement.decisive or judgement.spans
    return judgement.near


def _where_it_may_be(transcript: Transcript) -> Span | None:
    """Anywhere in a message that as a whole was heard badly; else in its worst passage, where that one was."""
    heard = [word.probability for word in transcript.words]
    if not heard:
        return None
    if fmean(heard) < LEAST_OF_ALL:
        return Span(transcript.spans[0][0], transcript.spans[-1][1])
    starts = range(max(1, len(heard) - PASSAGE_WORDS + 1))
    worst = min(starts, key=lambda at: fmean(heard[at : at + PASSAGE_WORDS]))
    passage = slice(worst, worst + PASSAGE_WORDS)
    if fmean(heard[passage]) >= LEAST_OF_PASSAGE:
        return None
    places = transcript.spans[passage]
    return Span(places[0][0], places[-1][1])


def _questionable(message: Message, transcript: Transcript, span: Span) -> list[Word]:
    """The words of a span without the digits that a line on file or a second reading vouches for."""
    vouched = [
        Span.of(number)
        for number in message.numbers
        if number.certain or number.match in (NumberMatch.DIRECT_LINE, NumberMatch.MAIN_LINE)
    ]
    return [
        word
        for word, (start, end) in zip(transcript.words, transcript.spans, strict=True)
        if span.overlaps(Span(start, end)) and not any(Span(start, end).overlaps(known) for known in vouched)
    ]


def _is_doubtful(words: Sequence[Word], met: bool) -> bool:
    return bool(words) and fmean(word.probability for word in words) < _least(words, met)


def _least(words: Sequence[Word], met: bool) -> float:
    if len(words) > FEW_WORDS:
        return LEAST_OF_MANY
    names = met and not any(sign.isdigit() for word in words for sign in word.text)
    return LEAST_OF_NAME if names else LEAST_OF_FEW


def _passage(message: Message, spans: Iterable[Span]) -> Evidence | None:
    """About LISTEN_S seconds with the first of the spans in their middle, in whole words."""
    span = next(iter(spans), None)
    if span is None:
        return None
    if message.transcript is None or not (heard := message.transcript.words_within(span.start, span.end)):
        return Evidence(message.quote(span), span.start, span.end)
    middle = (heard[0].start_s + heard[-1].end_s) / 2
    half = max(LISTEN_S, heard[-1].end_s - heard[0].start_s) / 2
    near = [
        (word, place)
        for word, place in zip(message.transcript.words, message.transcript.spans, strict=True)
        if word.end_s > middle - half and word.start_s < middle + half
    ]
    start, end = near[0][1][0], near[-1][1][1]
    return Evidence(message.text[start:end], start, end, near[0][0].start_s, near[-1][0].end_s)
