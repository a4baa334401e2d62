from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.domain.comment import mentions
from coaching.domain.people import Person, PersonId, Role

PEOPLE = [
    Person(PersonId(at), name, Role.REP)
    for at, name in enumerate(["Nora Whitfield", "Nora Webb", "Alice Moreau", "Bo (Jr.)", "José Ruiz"])
]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@Alice look", ["@Alice"]),
        ("look, @alice moreau!", ["@alice moreau"]),
        ("@Nora Whitfield and @Nora Webb", ["@Nora Whitfield", "@Nora Webb"]),
        ("@Nora alone may be either", []),
        ("@Bo (Jr.)", ["@Bo (Jr.)"]),
        ("@JOSÉ", ["@JOSÉ"]),
        ("@Alİce", []),
        ("@Alicent and alice@example.org", []),
        ("Alice", []),
    ],
)
def test_a_person_is_named_with_an_at_before_the_name(text: str, named: list[str]) -> None:
    assert [text[one.start_char : one.end_char] for one in mentions(text, PEOPLE)] == named


def test_where_nobody_can_be_named_nobody_is() -> None:
    assert list(mentions("@Alice", [])) == []
    assert list(mentions("@ ", [Person(PersonId(1), " ", Role.REP)])) == []


@given(st.text(alphabet="@ Noraliceé.()", max_size=40))
def test_mentions_follow_one_another_and_begin_with_an_at(text: str) -> None:
    found = list(mentions(text, PEOPLE))
    assert all(text[one.start_char] == "@" for one in found)
    assert all(one.end_char <= later.start_char for one, later in pairwise(found))
