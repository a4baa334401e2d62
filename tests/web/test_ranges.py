"""Parts of a recording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.web.ranges import ranged

CONTENT = bytes(range(100))


@pytest.mark.parametrize(
    ("wanted", "start", "end"),
    [("bytes=0-9", 0, 10), ("bytes=90-", 90, 100), ("bytes=-5", 95, 100), ("bytes=50-5000", 50, 100), ("bytes=-5000", 0, 100)],
)
def test_a_part_is_sent_with_where_it_lies(wanted: str, start: int, end: int) -> None:
    response = ranged(CONTENT, wanted, "audio/wav")
    assert (response.status_code, response.body) == (206, CONTENT[start:end])
    assert response.headers["content-range"] == f"bytes {start}-{end - 1}/100"
    assert response.headers["content-length"] == str(end - start)


@pytest.mark.parametrize("wanted", [None, "", "bytes=-", "lines=1-2", "bytes=1-2,5-6", "bytes=a-b"])
def test_what_is_not_understood_gets_everything(wanted: str | None) -> None:
    response = ranged(CONTENT, wanted, "audio/wav")
    assert (response.status_code, response.body) == (200, CONTENT)
    assert response.headers["accept-ranges"] == "bytes"


@pytest.mark.parametrize("wanted", ["bytes=100-", "bytes=9-8", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused(wanted: str) -> None:
    response = ranged(CONTENT, wanted, "audio/wav")
    assert (response.status_code, response.headers["content-range"]) == (416, "bytes */100")


@given(st.integers(0, 98), st.integers(0, 120))
def test_two_neighbouring_parts_are_the_whole(middle: int, beyond: int) -> None:
    left, right = (
        ranged(CONTENT, f"bytes=0-{middle}", "audio/wav"),
        ranged(CONTENT, f"bytes={middle + 1}-{99 + beyond}", "audio/wav"),
    )
    assert left.body + right.body == CONTENT
