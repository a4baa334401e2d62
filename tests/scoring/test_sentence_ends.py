from coaching.scoring.parse import NOTHING_KNOWN
from coaching.scoring.sentence_ends import EndsModel, kind_of, signs
from coaching.scoring.sentence_ends_training import fitted, places_of

TEXTS = ["The rate went down. Call me back.", "Call me back. The rate went down.", "It is here. Call me back."] * 3


def learned() -> EndsModel:
    return fitted([places_of(text, NOTHING_KNOWN) for text in TEXTS])


def test_full_stops_are_ends_but_not_those_of_titles_and_figures() -> None:
    places = places_of("Hi Mr. Fox, it's 2.9 percent today. Call me.", NOTHING_KNOWN)
    assert [word for word, ends in zip(places.words[1:], places.ends, strict=True) if ends] == ["call"]


def test_an_end_is_learned_from_the_words_around_it() -> None:
    odds = learned().odds(["it", "is", "here", "call", "me", "back"])
    assert max(range(1, 6), key=odds.__getitem__) == 3


def test_the_same_texts_give_the_same_model_and_it_is_read_as_it_was_written() -> None:
    model = learned()
    assert model.to_json() == learned().to_json() == EndsModel.from_json(model.to_json()).to_json()


def test_words_that_were_not_learned_are_known_by_their_kind() -> None:
    known = frozenset({"rate"})
    assert [kind_of(word, known) for word in ("rate", "§name", "$31,450", "xyz", "drizzling")] == [
        "rate",
        "§name",
        "#",
        "?",
        "?ing",
    ]


def test_what_stands_around_the_edges_of_a_message_is_told() -> None:
    assert "^|hi" in set(signs(["hi", "there"], 0))
    assert "|there $" in set(signs(["hi", "there"], 1))
