import pytest

from coaching.scoring.labelled_sentences import LabelledSentence
from coaching.scoring.training import fit, learn, rarity_of
from coaching.scoring.training_report import training_report
from coaching.scoring.trials import Trial, best_threshold

SAID = [
    "the rate went down today",
    "we cut the price of the truck",
    "just checking in with you",
    "the rate is lower today",
    "have a nice day today",
]
LABELS = [True, True, False, True, False]
TRIAL = Trial("value_offered", ("text",) * 4, ("A", "A", "B", "B"), (-2.0, -1.0, 1.0, 3.0), (False, False, True, True))


def test_the_same_sentences_give_the_same_model() -> None:
    assert fit(SAID, LABELS, 0.2).to_json() == fit(SAID, LABELS, 0.2).to_json()


def test_only_sentences_labelled_for_the_criterion_are_learned_from() -> None:
    sentences = [LabelledSentence(said, {"value_offered": label}, "", "X") for said, label in zip(SAID, LABELS, strict=True)]
    others = [LabelledSentence("a b c", {"urgency_shown": True}, "", "X"), LabelledSentence("", {"value_offered": True}, "", "X")]
    assert learn("value_offered", [*sentences, *others]).to_json() == fit(SAID, LABELS, 0.0).to_json()


def test_a_word_is_learned_when_it_stands_in_three_sentences() -> None:
    assert set(rarity_of(SAID)) == {"the", "today"}
    assert rarity_of(SAID)["today"] == rarity_of(SAID)["the"]


def test_the_threshold_lies_where_all_are_told_apart_and_as_low_as_that_allows() -> None:
    threshold = best_threshold(TRIAL)
    assert -1.0 <= threshold < 0.0
    assert TRIAL.macro_f1(threshold) == 1


def test_the_report_names_every_author_and_field() -> None:
    trial = Trial("value_offered", ("text", "asr_text") * 2, ("A", "A", "B", "B"), TRIAL.scores, (False, True, True, False))
    report = training_report([trial])
    assert "A, as said | A, as recognised | B, as said | B, as recognised" in report
    assert report.splitlines()[-1].startswith("| value_offered |")


@pytest.mark.parametrize("author", ["A", "B"])
def test_a_part_of_a_trial_holds_only_that_authors_messages(author: str) -> None:
    assert TRIAL.only(author, "text").authors == (author, author)
