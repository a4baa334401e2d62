import pytest

from coaching.domain.transcript import Transcript, Word
from coaching.scoring.redaction import passages, redacted_text


def transcript(text: str) -> Transcript:
    words = text.split()
    return Transcript(tuple(Word(word, float(at), at + 1.0, 0.9) for at, word in enumerate(words)), "en", "fake", "small")


def redacted(
    text: str, names: tuple[str, ...] = ("Karen Doyle", "Nora Whitfield"), stores: tuple[str, ...] = ("Riverbend Toyota",)
) -> str:
    heard = transcript(text)
    return redacted_text(heard, passages(heard, names, stores))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Hi Karen, this is Nora.", "Hi [name] this is [name]"),
        ("Hi Karin, this is Norah Whitfeld with Riverbend Toyota.", "Hi [name] this is [name] with [name]"),
        ("Hey Priscilla, this is Montgomery calling.", "Hey [name] this is [name] calling."),
        ("Hi Karen, my manager Bill Henderson says hello.", "Hi [name] my manager [name] says hello."),
        ("Call me at 540-555-0143 today.", "Call me at [number] today."),
        ("Call five four zero, five five five, oh one four three.", "Call [number]"),
        ("Hi ••••• •••••, this is a ••••• for you.", "Hi [name] this is a [name] for you."),
        ("Mail nora@riverbend.example please", "Mail [address] please"),
        ("The 2024 Camry costs 28,450 less", "The 2024 Camry costs [number] less"),
    ],
)
def test_who_and_how_to_reach_them_is_masked(said: str, shown: str) -> None:
    assert redacted(said) == shown


@pytest.mark.parametrize("said", ["The red Camry from 2024 is here.", "It is a 5 seat car with 3 rows.", ""])
def test_the_message_itself_stays(said: str) -> None:
    assert redacted(said) == said


def test_passages_name_words_in_order_and_never_twice() -> None:
    heard = transcript("Hi Karen Doyle this is Nora Whitfield at 540 555 0143 or nora@riverbend.example")
    found = passages(heard, ["Karen Doyle", "Nora Whitfield"], [])
    places = [place for one in found for place in range(one.first, one.last)]
    assert places == sorted(set(places))
    assert not {"Karen", "Doyle", "Nora", "Whitfield", "540", "0143"} & set(redacted_text(heard, found).split())
