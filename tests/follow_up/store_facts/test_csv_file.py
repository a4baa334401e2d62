from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.domain.people import StoreId
from coaching.domain.scorecard import ValueKind
from coaching.errors import InvalidFile
from coaching.follow_up.store_facts.csv_file import FactsRead, read_store_facts

TODAY = date(2024, 10, 7)


def read(content: str | bytes) -> FactsRead:
    raw = content.encode() if isinstance(content, str) else content
    return read_store_facts(raw, StoreId(1), zone=ZoneInfo("America/New_York"), today=TODAY)


def test_a_row_tells_the_sentence_its_kind_its_days_and_whom_it_is_for() -> None:
    (fact,) = read(
        "Text,Kind,Start,End,Models,Employer\nThe rate went  down,Rebate,10/01/2024,2024-10-31,CR-V; Pilot,County Schools\n"
    ).facts
    assert (fact.text, fact.kind) == ("The rate went down", ValueKind.INCENTIVE)
    assert (fact.starts_on, fact.ends_on) == (date(2024, 10, 1), date(2024, 10, 31))
    assert (fact.vehicles, fact.employers) == (("CR-V", "Pilot"), ("County Schools",))


def test_without_days_it_begins_today_and_does_not_end() -> None:
    (fact,) = read("text,kind\nA Pilot came,arrival\n").facts
    assert (fact.starts_on, fact.ends_on) == (TODAY, None)


def test_every_bad_row_is_told_with_its_line_and_the_others_are_read() -> None:
    came = read(
        "text,kind,start,end\n"
        "A Pilot came,arrival,,\n"
        ",arrival,,\n"
        "A CR-V came,miracle,,\n"
        "A CR-V came,,,\n"
        "A CR-V came,arrival,2024-10-09,2024-10-08\n"
        "A CR-V came,arrival,soon,\n"
        "a pilot  came.,Arrivals,,\n"
        "too,many,cells,in,it\n"
    )
    assert [fact.text for fact in came.facts] == ["A Pilot came"]
    assert [one.line for one in came.refused] == [3, 4, 5, 6, 7, 8, 9]
    assert "'miracle' is no kind" in came.refused[1].sentence
    assert "ends before it begins" in came.refused[3].sentence
    assert "further up" in came.refused[5].sentence


@pytest.mark.parametrize("content", [b"", b"kind,start\narrival,\n", b"\0\1\2"])
def test_a_file_without_sentences_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidFile):
        read(content)


@given(st.binary(max_size=300))
def test_whatever_is_in_a_file_is_read_or_refused_with_a_sentence(content: bytes) -> None:
    try:
        came = read(b"text,kind\n" + content)
    except InvalidFile:
        return
    assert all(one.sentence and one.line > 1 for one in came.refused)
