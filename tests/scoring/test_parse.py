import numpy as np

from coaching.domain.context import CallContext
from coaching.domain.transcript import Transcript, Word
from coaching.scoring.parse import MessageParser, Spoken

TEXTS = ["Hi Dana, it's Lou. The blue one is back.", "", "call me back at 240-555-0187 thanks", "The blue one is back."]


def test_a_message_does_not_depend_on_its_batch() -> None:
    parser = MessageParser()
    together = list(parser.parse_all(Spoken(text) for text in TEXTS))
    for text, message in zip(TEXTS, together, strict=True):
        alone = parser.parse(text)
        assert message.sentences == alone.sentences
        assert message.meanings.vectors.tobytes() == alone.meanings.vectors.tobytes()


def test_a_message_has_a_vector_a_sentence() -> None:
    message = MessageParser().parse(TEXTS[0])
    assert message.meanings.vectors.shape == (len(message.meanings.sentences), 384)
    assert np.allclose(np.linalg.norm(message.meanings.vectors, axis=1), 1)


def test_numbers_are_asked_only_when_wanted() -> None:
    asked = []
    message = MessageParser(find_numbers=lambda m: asked.append(m) or ()).parse(TEXTS[2])
    assert asked == []
    assert message.numbers == ()
    assert asked == [message]


def test_a_transcript_is_judged_by_its_own_text() -> None:
    transcript = Transcript((Word("Call", 0.0, 0.2, 0.9), Word("me.", 0.2, 0.5, 0.8)), "en", "fake", "none")
    spoken = Spoken.from_transcript(transcript, CallContext(attempt=2))
    (message,) = MessageParser().parse_all([spoken])
    assert (message.text, message.transcript, message.context.attempt) == ("Call me.", transcript, 2)
