from coaching.domain.context import CallContext, RepOnFile
from coaching.domain.scorecard import Outcome
from coaching.domain.transcript import Transcript, Word
from coaching.scoring.doubt import LISTEN_S, weigh
from coaching.scoring.message import Judgement, Message, Span
from coaching.scoring.numbers import find_numbers

TEXT = "Hi Denise this is Marcus at Fairhaven Honda my cell is 410-555-0172 thanks"


def said(*badly: str, text: str = TEXT, direct: str = "", probability: float = 0.01) -> Message:
    """Heard well but for the words named."""
    heard = [(word, probability if word in badly else 0.95) for word in text.split()]
    words = tuple(Word(word, at * 0.5, at * 0.5 + 0.4, likely) for at, (word, likely) in enumerate(heard))
    transcript = Transcript(words, "en", "test", "test")
    context = CallContext(rep=RepOnFile(direct_line=direct))
    return Message(text, sentences=(), context=context, transcript=transcript, find_numbers=find_numbers)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def met(*spans: str, decisive: tuple[str, ...] = ()) -> Judgement:
    return Judgement(Outcome.MET, "said", tuple(map(span, spans)), decisive=tuple(map(span, decisive)))


def test_a_name_that_was_heard_badly_makes_the_verdict_unsure_with_two_seconds_to_listen_to() -> None:
    judgement, listen = weigh(said("Denise"), met("Denise"))
    assert judgement.outcome is Outcome.UNSURE
    assert listen is not None
    assert "Denise" in listen.quote
    assert TEXT[listen.start_char : listen.end_char] == listen.quote
    assert listen.start_s is not None
    assert listen.end_s is not None
    assert 1.0 <= listen.end_s - listen.start_s <= LISTEN_S + 1.0


def test_a_name_that_was_made_out_at_all_was_said_but_a_near_miss_and_digits_may_be_something_else() -> None:
    heard = said("Denise", "410-555-0172", probability=0.1)
    assert weigh(heard, met("Denise"))[0].outcome is Outcome.MET
    assert weigh(heard, Judgement(Outcome.NOT_MET, "not said", near=(span("Denise"),)))[0].outcome is Outcome.UNSURE
    assert weigh(heard, met("410-555-0172"))[0].outcome is Outcome.UNSURE


def test_words_that_were_heard_well_stay_as_judged() -> None:
    assert weigh(said("thanks"), met("Denise")) == (met("Denise"), None)


def test_one_odd_word_in_a_sentence_that_was_understood_is_no_doubt() -> None:
    assert weigh(said("Fairhaven"), met("this is Marcus at Fairhaven Honda"))[1] is None


def test_one_proof_that_was_heard_well_is_enough() -> None:
    assert weigh(said("Denise"), met("Denise", "Marcus"))[1] is None


def test_of_a_wide_passage_only_the_decisive_words_count() -> None:
    assert weigh(said("this"), met("Hi Denise this", decisive=("Denise",)))[1] is None
    assert weigh(said("Denise"), met("Hi Denise this", decisive=("Denise",)))[0].outcome is Outcome.UNSURE


def test_a_near_miss_that_was_heard_badly_is_unsure_and_one_heard_well_is_missed() -> None:
    missed = Judgement(Outcome.NOT_MET, "not said", near=(span("Marcus"),))
    assert weigh(said("Marcus"), missed)[0].outcome is Outcome.UNSURE
    assert weigh(said(), missed) == (missed, None)


def test_what_was_not_said_in_a_message_heard_badly_all_over_is_unsure() -> None:
    missed = Judgement(Outcome.NOT_MET, "not said")
    judgement, listen = weigh(said(*TEXT.split()), missed)
    assert judgement.outcome is Outcome.UNSURE
    assert listen is not None
    assert listen.quote == TEXT  # it may be anywhere
    assert weigh(said("Denise", "thanks"), missed) == (missed, None)


def test_a_near_miss_that_was_heard_well_is_unsure_too_where_the_rest_was_heard_badly() -> None:
    missed = Judgement(Outcome.NOT_MET, "not said", near=(span("Marcus"),))
    badly = [word for word in TEXT.split() if word != "Marcus"]
    judgement, listen = weigh(said(*badly), missed)
    assert judgement.outcome is Outcome.UNSURE
    assert listen is not None


def test_what_was_not_said_may_be_in_a_passage_that_was_heard_badly_though_the_rest_was_heard_well() -> None:
    nothing = Judgement(Outcome.NOT_MET, "not said")
    judgement, listen = weigh(said("at", "Fairhaven", "Honda", "my", "cell", "is"), nothing)
    assert judgement.outcome is Outcome.UNSURE
    assert listen is not None
    assert "Fairhaven Honda my cell is" in listen.quote
    assert weigh(said("at", "Fairhaven"), nothing) == (nothing, None)


def test_digits_that_the_line_on_file_vouches_for_are_never_doubted() -> None:
    number = met("410-555-0172")
    assert weigh(said("410-555-0172"), number)[0].outcome is Outcome.UNSURE
    assert weigh(said("410-555-0172", direct="410-555-0172"), number) == (number, None)


def test_text_without_a_recording_is_never_doubted() -> None:
    message = Message(TEXT, sentences=(), context=CallContext(), find_numbers=find_numbers)
    assert weigh(message, met("Denise")) == (met("Denise"), None)


def test_a_judgement_that_came_in_unsure_gets_its_passage() -> None:
    unsure = Judgement(Outcome.UNSURE, "digits", near=(span("410-555-0172"),))
    judgement, listen = weigh(said(), unsure)
    assert judgement is unsure
    assert listen is not None
    assert "410-555-0172" in listen.quote


def test_what_cannot_hide_in_a_passage_that_was_heard_badly_was_not_said() -> None:
    badly = said(*TEXT.split()[:8])
    assert weigh(badly, Judgement(Outcome.NOT_MET, "no number"))[0].outcome is Outcome.UNSURE
    assert weigh(badly, Judgement(Outcome.NOT_MET, "no number", may_hide=False))[0].outcome is Outcome.NOT_MET
