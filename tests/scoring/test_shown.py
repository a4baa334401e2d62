import pytest

from coaching.scoring.message import Span
from coaching.scoring.shown import rounded, whole_clauses


@pytest.mark.parametrize(
    ("found", "text", "shown"),
    [
        ("Please call", "Please call us at 847-555-0100. Thank you.", "Please call us at 847-555-0100"),
        ("call 281", "or call 281-555-0157 my cell is on all night", "call 281-555-0157"),
        ("text me a picture", "just text me a picture of that page, please", "text me a picture of that page"),
        ("text", "so text me before you drive all the way over here", "text me"),
        ("answer to", "you answer to that or you call my cell tonight then", "answer to that"),
        ("dial it, or", "you'll have to dial it, or my granddaughter has got me on her phone", "dial it"),
        ("come by and", "so come by and bring the old truck along with you then", "come by"),
        ("call me", "the rate is 1.9 percent, call me", "call me"),
        ("write back", "so write back it's all in there already you know", "write back"),
        ("@muskiebay.com", "so drop me a line, heather.k@muskiebay.com, and I'll get back to you", "heather.k@muskiebay.com"),
        ("better for you", "Five or six thirty, which is better for you?", "which is better for you"),
    ],
)
def test_a_phrase_is_quoted_so_that_it_can_be_read(found: str, text: str, shown: str) -> None:
    start = text.index(found)
    span = rounded(text, Span(start, start + len(found)))
    assert text[span.start : span.end] == shown


def test_a_part_begins_and_ends_with_the_clause_that_it_is_in() -> None:
    text = "Just so it's clear, the number I have for you on the Bolt is fifteen hundred less than the first one, so call me."
    shown = whole_clauses(text, Span(text.index("I have"), text.index(" than the first")))
    assert text[shown.start : shown.end] == "the number I have for you on the Bolt is fifteen hundred less than the first one"
    whole = whole_clauses("so call me tonight", Span(3, 10))
    assert whole == Span(3, 18)
    far = "The rate on it is one point nine percent for as long as the bank keeps it up there"
    assert whole_clauses(far, Span(22, 31)) == Span(22, 31)
