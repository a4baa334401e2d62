"""Choosing or recording voicemails, saying whose they are, sending them, and being told what became of each file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Role, Viewer
from coaching.domain.phone import written
from coaching.services import people
from coaching.services.file_names import is_surely_no_recording
from coaching.services.placing import Placement
from coaching.services.receive import Received, Refused, Upload, receive_all
from coaching.ui import consent_note, placement_fields, screens
from coaching.ui.placement_fields import Choices
from coaching.ui.plain import plain
from coaching.ui.telling import telling

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

ROUND = "upload_round"  # a new number empties the uploader: what was sent must not be sent again
ANSWERS = "upload_answers"


def show(viewer: Viewer) -> None:
    consent_note.show(viewer)
    files = _choose()
    if files:
        _send_form(viewer, files)
        return
    answers = st.session_state.get(ANSWERS, [])
    if answers:
        _tell_answers(answers)
    else:
        st.space("small")
        _explain(viewer)


def _explain(viewer: Viewer) -> None:
    st.header("What happens then")
    steps = [
        ("Heard", "Every word is written down with its time, on this machine. Nothing is sent anywhere."),
        ("Judged", "Fourteen criteria: value, your own line, an invitation to text, something new, and what supports them."),
        ("Explained", "A scorecard shows the words behind every verdict; click them to listen."),
    ]
    for place, (number, (name, text)) in zip(st.columns(3, gap="medium"), enumerate(steps, 1), strict=True):
        place.markdown(f"**{number}. {name}**  \n{text}")
    if viewer.role is Role.REP:
        _tell_numbers(viewer)


def _tell_numbers(viewer: Viewer) -> None:
    """A number is judged by what is on file, so a rep should see what that is."""
    rep = next(iter(people.reps(bootstrap.services(), viewer)), None)
    if rep is None:
        return
    store = next((store for store in people.stores(bootstrap.services(), viewer) if store.id == rep.store_id), None)
    said = [f"your direct line {plain(written(rep.direct_line))}" if rep.direct_line else "no direct line of yours"]
    said += [f"the store’s main line {plain(written(store.main_line))}"] if store and store.main_line else []
    st.caption(f"On file: {' and '.join(said)}. They decide what counts as your own; you can correct yours on any scorecard.")


def _choose() -> "list[UploadedFile]":
    number = st.session_state.setdefault(ROUND, 0)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        files = st.file_uploader("Recordings", accept_multiple_files=True, key=f"files_{number}")
        st.caption("Drop as many as you like. WAV, MP3, M4A, OGG, AMR, 3GP and more, up to 5 minutes each.")
    with right:
        take = st.audio_input("Or record one now", key=f"take_{number}")
        st.caption("Speak as you would after the beep.")
    return [*files, *([take] if take else [])]


def _send_form(viewer: Viewer, files: "Sequence[UploadedFile]") -> None:
    choices, number = Choices(viewer), st.session_state[ROUND]
    st.header(_whose(choices, len(files) > 1))
    st.caption("Guessed from the file names where they tell. All of it can be left open and changed later.")
    _warn([file.name for file in files])
    if len(files) == 1:
        guessed = choices.guess(files[0].name)
        placements = [placement_fields.fields(choices, guessed.rep, guessed.customer, guessed.attempt, key=f"one_{number}")]
    else:
        placements = placement_fields.table(choices, [file.name for file in files], key=f"table_{number}")
    count = f"{len(files)} voicemails" if len(files) > 1 else "this voicemail"
    if st.button(f"Send {count}", type="primary", icon=":material/send:"):
        _send(viewer, files, placements)


def _whose(choices: Choices, several: bool) -> str:
    """A rep is always the one who spoke."""
    if choices.asks_for_rep:
        return "Whose are they?" if several else "Whose is it?"
    return "Who are they for?" if several else "Who is it for?"


def _warn(file_names: Sequence[str]) -> None:
    odd = [name for name in file_names if is_surely_no_recording(name)]
    if odd:
        what = "does not look like a recording" if len(odd) == 1 else "do not look like recordings"
        st.warning(plain(f"{', '.join(odd)} {what}. Remove above what is no voicemail."), icon=":material/question_mark:")


def _send(viewer: Viewer, files: "Sequence[UploadedFile]", placements: Sequence[Placement]) -> None:
    uploads = (Upload(file.name, file.getvalue(), placement) for file, placement in zip(files, placements, strict=True))
    with telling():
        st.session_state[ANSWERS] = receive_all(bootstrap.services(), viewer, uploads)
    st.session_state[ROUND] += 1
    st.rerun()


def _tell_answers(answers: Sequence[Received | Refused]) -> None:
    new = [answer for answer in answers if isinstance(answer, Received) and answer.is_new]
    if new:
        said = f"{len(new)} voicemails are being judged, a few seconds each" if len(new) > 1 else "Your voicemail is being judged"
        st.success(f"{said}. You may close this page; nothing is lost.", icon=":material/check_circle:")
        st.caption("The customer is looked for among the leads. Where it is not sure who was called, the list asks you.")
    for answer in answers:
        match answer:
            case Refused():
                st.warning(f"**{plain(answer.file_name)}** was not taken. {plain(answer.reason)}", icon=":material/block:")
            case Received(is_new=False):
                _tell_known(answer)
    st.page_link(screens.VOICEMAILS.file, label="See your voicemails", icon=screens.VOICEMAILS.icon)


def _tell_known(answer: Received) -> None:
    name = plain(answer.file_name)
    st.info(f"**{name}** was here already, so nothing is lost and nothing is twice.", icon=":material/content_copy:")
    st.page_link(
        screens.SCORECARD.file,
        label=f"See {name}",
        icon=screens.SCORECARD.icon,
        query_params={"voicemail": str(answer.voicemail_id)},
    )
