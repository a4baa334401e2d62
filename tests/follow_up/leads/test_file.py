from datetime import UTC, datetime

import pytest

from coaching.errors import InvalidFile
from coaching.follow_up.leads.file import LARGEST, read_leads

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
