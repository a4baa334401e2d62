from datetime import UTC, datetime

import pytest

from coaching.errors import InvalidFile
from coaching.follow_up.leads.file import LARGEST, Column, columns_of, read_leads

NOW = datetime(2026, 3, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "content",
    [b"Name\nAnn Lee\n", b"<adf><prospect><customer><contact><name>Ann Lee</name></contact></customer></prospect></adf>"],
)
def test_either_kind_of_file_is_known_by_its_content(content: bytes) -> None:
    assert [one.lead.customer_name for one in read_leads(content, zone=UTC, now=NOW).leads] == ["Ann Lee"]


@pytest.mark.parametrize(("content", "word"), [(b" \n", "empty"), (b"x" * (LARGEST + 1), "10 MB")])
def test_an_empty_or_huge_file_is_refused(content: bytes, word: str) -> None:
    with pytest.raises(InvalidFile, match=word):
        read_leads(content, zone=UTC, now=NOW)


def test_the_columns_of_a_csv_file_are_told_with_an_example_each() -> None:
    assert columns_of(b"Name,Wish,\nWalt,,x\nMay,CR-V,y\n") == [
        Column("Name", "customer_name", "Walt"),
        Column("Wish", None, "CR-V"),
    ]
    assert columns_of(b"<adf/>") == []


def test_columns_that_were_kept_come_before_those_that_are_suggested() -> None:
    assert [one.field for one in columns_of(b"Name,Wish\n", {"Wish": "vehicle"})] == [None, "vehicle"]
