"""Our own pieces of screen. Their scripts and styles lie in frontend/; every text reaches the page as text, never as markup."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

FRONTEND = Path(__file__).parent / "frontend"
# What a component is told or tells: plain values that JSON can carry.
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Clicked:
    """The ids of the voicemail to open, of the one to try again, and of the one of which it was said which lead it was for
    (and that lead's, None for none of those who were offered).
    """

    opened: int | None
    retried: int | None
    answered: tuple[int, int | None] | None


def _component(name: str, *parts: str) -> "ComponentRenderer":
    """parts: files that stand before its own."""

    def source(ending: str) -> str:
        return "\n".join((FRONTEND / f"{part}.{ending}").read_text(encoding="utf-8") for part in ("base", *parts, name))

    return st.components.v2.component(
        f"voicemail_coach_{name}", html='<div class="root"></div>', css=source("css"), js=source("js")
    )


_player = _component("player")
_transcript = _component("transcript")
_findings = _component("findings", "people_say")
_claims = _component("claims")
_comments = _component("comments")
_exemplar = _component("exemplar")
_keys = _component("keys")
_summary = _component("summary")
_voicemails = _component("voicemails")
_people = _component("people")
_form = _component("form")
_figures = _component("figures")
_teleprompter = _component("teleprompter")
_cut_off = _component("cut_off")


def player(
    url: str,
    duration_s: float,
    marks: Sequence[Told],
    *,
    key: str = "player",
    seek: Told | None = None,
    may_choose: bool = False,
    tells: bool = False,
    when_played: bool = False,
) -> bool:
    """Plays one recording, and passages of others when a finding calls for one.

    marks: {title, outcome, start_s, end_s} drawn under the position. seek: {at_s, nonce}; a new nonce plays from there.
    may_choose: a passage to write about. tells: is true in the run after it was first played.
    when_played: nothing is fetched before, for a page of many players on which nobody plays all.
    """
    asked = {"seek": seek, "may_choose": may_choose, "tells": tells, "when_played": when_played}
    shown = {"url": url, "duration_s": duration_s, "marks": list(marks), **asked}
    return bool(_player(key=f"{key}_sound", data=shown, on_played_change=_nothing).get("played"))


def transcript(url: str, version: str, words: Sequence[Told], *, key: str = "transcript", may_choose: bool = False) -> None:
    """words: {text, start_s, end_s, certainty}; certainty in per cent where doubtful, else None. version: of the words.

    may_choose: a passage to write about.
    """
    _transcript(key=key, data={"url": url, "version": version, "words": list(words), "may_choose": may_choose})


def comments(url: str, threads: Sequence[Told], people: Sequence[str], *, key: str = "comments") -> Told:
    """What was written, in the run after it was sent, else nothing: {text, sent}, with start_s and end_s or thread_id.

    sent: another one for everything that is sent. threads as comments_view makes them; people: names that can be mentioned.
    """
    told = _comments(key=key, data={"url": url, "threads": list(threads), "people": list(people)}, on_post_change=_nothing)
    return dict(told.get("post") or {})


def exemplar(url: str, choices: Sequence[Told], made: int, *, key: str = "exemplar") -> Told:
    """What was chosen for the library, in the run after it was sent, else nothing: {criterion_id, kind, start_s, end_s, why,
    anonymous, sent}.

    sent: another one for everything that is sent. choices as exemplar_told makes them; made: how many there are already.
    """
    told = _exemplar(key=key, data={"url": url, "choices": list(choices), "made": made}, on_choose_change=_nothing)
    return dict(told.get("choose") or {})


def keys(*, key: str = "keys") -> bool:
    """P, S and C play, settle and comment by themselves; true in the run after N or Next."""
    return bool(_keys(key=key, on_next_change=_nothing).get("next"))


def findings(url: str, groups: Sequence[Told], *, may_settle: bool = False, key: str = "findings") -> Told:
    """What was said of a verdict, in the run after it was sent, else nothing; groups as scorecard_view.groups makes them.

    settle: {criterion_id, outcome}; overrule: {criterion_id, outcome, why}; dispute: {criterion_id, why};
    answer: {dispute_id, answer, why}.
    """
    shown = {"url": url, "groups": list(groups), "may_settle": may_settle}
    told = _findings(key=key, data=shown, on_said_change=_nothing)
    return dict(told.get("said") or {})


def summary(told: Told, *, key: str = "summary") -> None:
    """told as scorecard_summary.summary makes it."""
    _summary(key=key, data=dict(told))


def claims(url: str, told: Sequence[Told], *, key: str = "claims") -> None:
    """told as claims_view.told makes it."""
    _claims(key=key, data={"url": url, "claims": list(told)})


def figures(rows: Sequence[Told], *, key: str = "figures") -> None:
    """rows: {name, figure, hint}."""
    _figures(key=key, data={"rows": list(rows)})


def teleprompter(text: str, seconds: float, *, key: str = "teleprompter") -> None:
    """Large text that scrolls through in so many seconds."""
    _teleprompter(key=key, data={"text": text, "seconds": seconds})


def cut_off(recorder: str, seconds: int, *, key: str = "cut_off") -> None:
    """Ends a recording after so many seconds. recorder: the key of the `st.audio_input` on this page."""
    _cut_off(key=key, data={"recorder": recorder, "seconds": seconds})


def voicemails(rows: Sequence[Told], *, key: str = "voicemails") -> Clicked:
    """What was clicked in this run; rows as voicemail_list makes them."""
    told = _voicemails(
        key=key, data={"rows": list(rows)}, on_open_change=_nothing, on_retry_change=_nothing, on_answer_change=_nothing
    )
    answer = told.get("answer")
    return Clicked(told.get("open"), told.get("retry"), (answer["id"], answer["lead"]) if answer else None)


def people(persons: Sequence[Told], current: int | None, *, shape: str, key: str) -> None:
    """A choice of who to be; leaves the page when it is made. persons: {id, name, role, about}; shape: "cards" or "list"."""
    _people(key=key, data={"people": list(persons), "current": current, "shape": shape})


def form(action: str, button: str, fields: Told, *, method: str = "post", at_once: bool = False, key: str) -> None:
    """A button that takes the browser to one of our own routes with these fields unseen. at_once: without waiting for a click.

    A field `next` is kept for this tab while an identity provider is asked, which forgets where one came from.
    """
    told = {"action": action, "button": button, "fields": dict(fields), "method": method, "at_once": at_once}
    _form(key=key, data=told)


def _nothing() -> None:
    """Streamlit wants a callback by which it knows what a component may tell."""
