from coaching.reports.names import begun


def test_a_sentence_begins_with_a_capital_and_keeps_its_names() -> None:
    assert begun("since the session of October 21") == "Since the session of October 21"
