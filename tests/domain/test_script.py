from coaching.domain.script import script_mark

REASON = "The rate on it is 1.9 percent until Saturday."


def test_the_same_reason_has_the_same_mark_whatever_its_numbers_and_signs() -> None:
    assert script_mark(REASON) == script_mark("the rate on it, is 0.9 percent until saturday")


def test_another_reason_has_another_mark() -> None:
    assert script_mark(REASON) != script_mark("One in the colour you asked for came in this morning.")


def test_most_of_the_same_words_have_mostly_the_same_mark() -> None:
    names = ["Maria", "Walt", "Denise", "Omar", "Lena", "Tom", "Grace", "Aisha"]
    marks = [script_mark(f"I found the exact colour and trim that you asked me for this morning {name}") for name in names]
    assert max(marks.count(one) for one in marks) >= 6


def test_a_few_words_are_no_script() -> None:
    assert script_mark("Great deals today") is None
