"""A conversation in the shape that the component draws. Nothing of Streamlit, so it is tested without it."""

from collections.abc import Sequence
from typing import Any

from coaching.domain.comment import Comment, Passage, mentions
from coaching.domain.people import Person, PersonId
from coaching.domain.transcript import Transcript
from coaching.services.commenting import Conversation
from coaching.ui import wording

Told = dict[str, Any]


def threads(conversation: Conversation, viewer_id: PersonId, transcript: Transcript, zone: str) -> Sequence[Told]:
    """In the order of the recording; what is about all of it comes last, as it was written."""
    first = [one for one in conversation.comments if one.thread_id is None]
    in_order = sorted(first, key=lambda one: (one.passage is None, one.passage.start_s if one.passage else 0.0, one.id))
    return [_thread(one, conversation, viewer_id, transcript, zone) for one in in_order]


def names(conversation: Conversation, viewer_id: PersonId) -> Sequence[str]:
    """Who can be named: everybody who may read it but the viewer."""
    return [person.name for person in conversation.audience if person.id != viewer_id]


def marks(told: Sequence[Told]) -> Sequence[Told]:
    """Where in the recording comments are pinned, for the player."""
    return [{"title": f"Comment by {one['by']}", "outcome": "comment", **one["passage"]} for one in told if one["passage"]]


def parts(text: str, audience: Sequence[Person]) -> Sequence[Told]:
    """The text in pieces, those that name somebody marked."""
    pieces, at = [], 0
    for found in mentions(text, audience):
        pieces.append({"text": text[at : found.start_char], "mention": False})
        pieces.append({"text": text[found.start_char : found.end_char], "mention": True})
        at = found.end_char
    return [piece for piece in [*pieces, {"text": text[at:], "mention": False}] if piece["text"]]


def _thread(one: Comment, conversation: Conversation, viewer_id: PersonId, transcript: Transcript, zone: str) -> Told:
    answers = [answer for answer in conversation.comments if answer.thread_id == one.id]
    return {
        **_comment(one, conversation, viewer_id, zone),
        "id": one.id,
        "passage": {"start_s": one.passage.start_s, "end_s": one.passage.end_s} if one.passage else None,
        "said": _said(transcript, one.passage) if one.passage else "",
        "answers": [_comment(answer, conversation, viewer_id, zone) for answer in answers],
    }


def _comment(one: Comment, conversation: Conversation, viewer_id: PersonId, zone: str) -> Told:
    unread = conversation.read_until is None or one.at > conversation.read_until
    return {
        "by": one.by_name or "Somebody who has left",
        "when": wording.day(one.at, zone),
        "parts": parts(one.text, conversation.audience),
        "is_new": unread and one.by != viewer_id,
    }


def _said(transcript: Transcript, passage: Passage) -> str:
    """The words that begin in the passage."""
    return " ".join(word.text for word in transcript.words if passage.start_s <= word.start_s < passage.end_s)
