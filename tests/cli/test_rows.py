"""Lines in: what is wrong with one is said and keeps nothing from the others; a lead's messages know those before them."""

import json

import pytest

from coaching.cli.rows import BadLine, Row, read_rows
from coaching.errors import InvalidFile
from coaching.scoring.on_file import read_context


def line(**fields: object) -> str:
    return json.dumps({"id": "a-1", "text": "Hi.", **fields})


def test_only_id_and_text_are_required() -> None:
    [row] = read_rows([line()])
    assert isinstance(row, Row)
    assert (row.id, row.text, row.lead, row.attempt) == ("a-1", "Hi.", None, None)


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        ("{", "not JSON"),
        ("[]", "not an object"),
        ('{"text": "Hi."}', '"id" is missing'),
        ('{"id": "a"}', '"text" is missing'),
        ('{"id": 7, "text": "Hi."}', '"id" must be a text'),
        ('{"id": "a", "text": null}', '"text" is missing'),
        (line(attempt=0), '"attempt" must be a whole number from 1'),
        (line(attempt="2"), '"attempt" must be a whole number from 1'),
        (line(attempt=True), '"attempt" must be a whole number from 1'),
        (line(rep="Nora"), '"rep" must be an object'),
        (line(rep={"name": 5}), '"name" must be a text'),
        (line(earlier=[1]), '"earlier" must be a list of texts'),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(bad: str, complaint: str) -> None:
    first, second = read_rows([bad, line(id="good")])
    assert isinstance(first, BadLine)
    assert first.line == 1
    assert complaint in first.error
    assert isinstance(second, Row)


def test_a_line_is_counted_in_the_file_though_blank_lines_are_passed_over() -> None:
    [row, bad] = read_rows([line(), "", "{"])
    assert isinstance(row, Row)
    assert isinstance(bad, BadLine)
    assert bad.line == 3


def test_the_second_use_of_an_id_is_refused_under_its_own_line() -> None:
    [_, again] = read_rows([line(), "", line()])
    assert again == BadLine(3, "\"id\" 'a-1' was used by line 1", "a-1")


def test_earlier_messages_are_ordered_by_attempt_wherever_they_stand_in_the_file() -> None:
    rows = read_rows([line(id=f"a-{attempt}", lead="a", attempt=attempt, text=f"Message {attempt}.") for attempt in (3, 1, 2)])
    earlier = {row.id: [message.id for message in row.context.earlier] for row in rows if isinstance(row, Row)}
    assert earlier == {"a-3": ["a-1", "a-2"], "a-1": [], "a-2": ["a-1"]}


def test_other_leads_and_messages_without_a_lead_are_no_earlier_messages() -> None:
    rows = read_rows([line(id="b", lead="b", attempt=1), line(id="c", attempt=1), line(id="a", lead="a", attempt=2)])
    assert all(isinstance(row, Row) and not row.context.earlier for row in rows)


def test_texts_given_as_earlier_become_attempts_in_their_order() -> None:
    context = read_context({"earlier": ["First.", "Second."], "attempt": 3})
    assert [(message.text, message.attempt) for message in context.earlier] == [("First.", 1), ("Second.", 2)]


def test_a_rep_may_be_known_in_part() -> None:
    assert read_context({"rep": {"direct_line": "240-555-0187", "name": None}}).rep.direct_line == "240-555-0187"


def test_a_rep_of_the_wrong_shape_is_an_error_for_people() -> None:
    with pytest.raises(InvalidFile, match="rep"):
        read_context({"rep": []})
