"""A conversation as the component draws it."""

from datetime import UTC, datetime, timedelta

from coaching.domain.comment import Comment, CommentId, Passage
from coaching.domain.people import Person, PersonId, Role
from coaching.domain.transcript import Transcript, Word
from coaching.services.commenting import Conversation
from coaching.ui import comments_view as view

AT = datetime(2023, 3, 3, 14, 41, tzinfo=UTC)
ALICE, BOB = Person(PersonId(1), "Alice Moreau", Role.TRAINER), Person(PersonId(2), "Bob Webb", Role.REP)
TRANSCRIPT = Transcript(
    tuple(Word(text, float(at), at + 0.5, 0.9) for at, text in enumerate(["call", "or", "text", "me"])), "en", "f", "s"
)


def comment(number: int, by: Person | None, passage: Passage | None = None, thread: int | None = None) -> Comment:
    at = AT + timedelta(minutes=number)
    thread_id = None if thread is None else CommentId(thread)
    return Comment(CommentId(number), f"{number}", by.id if by else None, at, by.name if by else "", passage, thread_id)


def conversation(*comments: Comment, read_until: datetime | None = None) -> Conversation:
    return Conversation(comments, [ALICE, BOB], read_until)


def test_threads_follow_the_recording_and_the_whole_comes_last() -> None:
    told = conversation(comment(1, ALICE), comment(2, ALICE, Passage(2.0, 3.5)), comment(3, ALICE, Passage(0.0, 0.0)))
    shown = view.threads(told, BOB.id, TRANSCRIPT, "UTC")
    assert [(one["id"], one["said"]) for one in shown] == [(3, ""), (2, "text me"), (1, "")]
    assert [mark["start_s"] for mark in view.marks(shown)] == [0.0, 2.0]


def test_answers_stand_under_their_comment_and_who_is_gone_has_no_name() -> None:
    told = conversation(comment(1, ALICE), comment(2, None, thread=1), comment(3, BOB))
    first, second = view.threads(told, BOB.id, TRANSCRIPT, "UTC")
    assert [one["by"] for one in first["answers"]] == ["Somebody who has left"]
    assert second["answers"] == []


def test_new_is_what_others_wrote_since_it_was_read() -> None:
    told = conversation(comment(1, ALICE), comment(2, ALICE), comment(3, BOB), read_until=AT + timedelta(minutes=1))
    assert [one["is_new"] for one in view.threads(told, BOB.id, TRANSCRIPT, "UTC")] == [False, True, False]
    assert [one["is_new"] for one in view.threads(conversation(comment(1, ALICE)), BOB.id, TRANSCRIPT, "UTC")] == [True]


def test_the_text_is_shown_whole_with_its_mentions_marked() -> None:
    parts = view.parts("@Bob and @alice moreau: slower", [ALICE, BOB])
    assert "".join(part["text"] for part in parts) == "@Bob and @alice moreau: slower"
    assert [part["text"] for part in parts if part["mention"]] == ["@Bob", "@alice moreau"]


def test_everybody_else_can_be_named() -> None:
    assert view.names(conversation(), BOB.id) == ["Alice Moreau"]
