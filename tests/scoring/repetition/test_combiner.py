import pytest

from coaching.scoring.odds import EVEN
from coaching.scoring.repetition.combiner import BLANKS, trained_combiner
from coaching.scoring.repetition.comparison import FEATURES

NOTHING = dict.fromkeys(FEATURES, 0.0)


def test_the_trained_weights_are_those_of_the_features() -> None:
    assert set(trained_combiner().features) == set(FEATURES)


def test_the_same_script_is_no_news() -> None:
    assert trained_combiner().chance_of_news({**NOTHING, "word_for_word": 0.9, "says_correction": 3.0}) == 0


@pytest.mark.parametrize("blank", BLANKS)
def test_a_script_with_a_blank_filled_in_anew_is_news(blank: str) -> None:
    assert trained_combiner().chance_of_news({**NOTHING, "word_for_word": 0.9, "new_facts": 1.0, blank: 1.0}) == 1


def test_new_figures_and_facts_speak_for_news_and_reminders_against() -> None:
    chance = trained_combiner().chance_of_news
    new = {**NOTHING, "new_amounts": 2.0, "new_large_amounts": 2.0, "new_facts": 3.0, "new_event": 2.0, "reason": 1.0}
    assert chance(new) > EVEN > chance({**NOTHING, "known_amounts": 2.0, "known_facts": 3.0, "says_reminder": 2.0})
