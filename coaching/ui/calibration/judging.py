"""Judging blind: one voicemail after another, with what is on file and nothing of what anybody made of it."""

from collections.abc import Mapping

import streamlit as st

from coaching import bootstrap
from coaching.domain.calibration import BY_PEOPLE
from coaching.domain.people import Viewer
from coaching.domain.phone import written
from coaching.domain.scorecard import Outcome
from coaching.rubrics import load_rubric
from coaching.services.coaching.calibration import Heard, RoundPage, finish, judge_voicemail
from coaching.ui import components, sound, wording
from coaching.ui.plain import plain
from coaching.ui.telling import telling

ANSWERS = {Outcome.MET: "Met", Outcome.NOT_MET: "Not met", Outcome.NOT_APPLICABLE: "Does not apply"}


def show(viewer: Viewer, page: RoundPage) -> None:
    given = _given(viewer, page)
    done = [heard for heard in page.voicemails if len(given[heard.voicemail.id]) == len(page.round.criterion_ids)]
    count = len(page.voicemails)
    st.progress(len(done) / count, text=f"{len(done)} of {count} judged. Nobody sees your verdicts before you finish.")
    if len(done) == count and st.button("Finish", type="primary", icon=":material/check:"):
        with telling():
            finish(bootstrap.services(), viewer, page.round.id)
        st.rerun()
    key = f"judging_{page.round.id}"
    first_open = next((place for place, heard in enumerate(page.voicemails) if heard not in done), 0)
    st.session_state.setdefault(key, first_open)
    place = st.selectbox("Voicemail", range(count), format_func=lambda place: f"{int(place) + 1} of {count}", key=key)
    heard = page.voicemails[place]
    _call(heard)
    _form(viewer, page, heard, given[heard.voicemail.id])


def _given(viewer: Viewer, page: RoundPage) -> Mapping[int, dict[str, Outcome]]:
    mine: dict[int, dict[str, Outcome]] = {voicemail_id: {} for voicemail_id in page.round.voicemail_ids}
    for one in page.verdicts:
        if one.judge_id == viewer.id:
            mine[one.voicemail_id][one.criterion_id] = one.outcome
    return mine


def _call(heard: Heard) -> None:
    voicemail, context = heard.voicemail, heard.context
    with st.container(key="player"):
        components.player(sound.of_voicemail(voicemail.id), voicemail.duration_s, ())
    on_file = {
        "Rep": context.rep.name,
        "Direct line": written(context.rep.direct_line),
        "Main line": written(context.rep.main_line),
        "Customer": context.customer_name,
        "Vehicle": str(context.facts.get("vehicle") or ""),
        "Attempt": str(context.attempt or ""),
    }
    st.caption(plain(wording.joined(*(f"{name} {told}" for name, told in on_file.items() if told))))
    with st.expander("What was heard", icon=":material/notes:"):
        st.markdown(plain(heard.text) or "Nothing was heard yet.")
        for earlier in context.earlier:
            st.caption(plain(f"Earlier, attempt {earlier.attempt or '?'}: {earlier.text}"))


def _form(viewer: Viewer, page: RoundPage, heard: Heard, given: Mapping[str, Outcome]) -> None:
    criteria = {criterion.id: criterion for criterion in load_rubric().criteria}
    answers: dict[str, Outcome] = {}
    with st.form(f"judge_{heard.voicemail.id}"):
        for criterion_id in page.round.criterion_ids:
            criterion = criteria.get(criterion_id)
            before = given.get(criterion_id)
            answer = st.radio(
                plain(criterion.title if criterion else criterion_id),
                BY_PEOPLE,
                index=BY_PEOPLE.index(before) if before else None,
                format_func=ANSWERS.__getitem__,
                horizontal=True,
                help=plain(criterion.guidance) if criterion else None,
                key=f"verdict_{heard.voicemail.id}_{criterion_id}",
            )
            if answer is not None:
                answers[criterion_id] = answer
        if st.form_submit_button("Save and go on", type="primary"):
            with telling():
                judge_voicemail(bootstrap.services(), viewer, page.round.id, heard.voicemail.id, answers)
            del st.session_state[f"judging_{page.round.id}"]  # and begins at the next that is open
            st.rerun()
