import tomllib

import pytest

from coaching.scoring.repetition.facts import LEXICON, ROUTINE, find_facts

SAME = [
    ("it's zero percent right now", "not a nickel of interest", ("terms", "no_interest")),
    ("the gray one landed", "it's here, the one in charcoal", ("colour", "gray")),
    ("the gray one landed", "it's here, the one in charcoal", ("event", "arrived")),
    ("somebody traded one in", "a lease return came back", ("event", "traded")),
    ("he marked that one down", "they knocked a bit off", ("event", "price_cut")),
    ("for teachers", "because of the school district", ("programme", "educator")),
]


@pytest.mark.parametrize(("one", "other", "meaning"), SAME)
def test_a_fact_is_one_in_other_words(one: str, other: str, meaning: tuple[str, str]) -> None:
    assert meaning in {fact.meaning for fact in find_facts(one)}
    assert meaning in {fact.meaning for fact in find_facts(other)}


def test_a_phrase_is_whole_words() -> None:
    assert find_facts("a predated incarnation") == ()


def test_every_phrase_finds_its_own_fact() -> None:
    for kind, values in tomllib.loads(LEXICON.read_text(encoding="utf-8")).items():
        for value, phrases in values.items():
            for phrase in phrases:
                said = phrase.replace("...", "one two").replace("*", "")
                found = {fact.meaning for fact in find_facts(said)}
                assert found & {(kind, value)} if kind != ROUTINE else (kind, value) not in found, phrase


def test_a_longer_phrase_hides_what_only_sounds_like_a_fact() -> None:
    assert find_facts("so feel free to call") == ()
    assert {fact.meaning for fact in find_facts("it's free of charge")} == {("terms", "no_charge")}
