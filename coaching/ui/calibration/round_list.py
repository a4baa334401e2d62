"""All calibration rounds that the viewer may see, and a form to open another."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.calibration import CalibrationRound, RoundId
from coaching.domain.lengths import LONGEST_TITLE
from coaching.domain.people import Store, Viewer
from coaching.domain.voicemail import ListedVoicemail, Stage
from coaching.rubrics import load_rubric
from coaching.services import people, reading
from coaching.services.coaching.calibration import list_rounds, open_round, possible_judges
from coaching.ui import screens, store_choice, wording
from coaching.ui.plain import plain
from coaching.ui.telling import telling

# Half an hour's work for each judge, with four criteria.
USUAL, OFFERED = 8, 60


def show(viewer: Viewer) -> None:
    st.markdown(
        "Several people judge the same voicemails without seeing what the others, or the machine, said. Where they differ, the "
        "guidance is read differently; what they agree on in the end measures the machine."
    )
    listed = list_rounds(bootstrap.services(), viewer)
    with st.expander("New round", expanded=not listed, icon=":material/add:"):
        _form(viewer)
    if not listed:
        st.info("There is no round yet.", icon=screens.CALIBRATIONS.icon)
        return
    zones = {store.id: store.time_zone for store in people.stores(bootstrap.services(), viewer)}
    for one in listed:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container():
                st.page_link(screens.CALIBRATION.file, label=plain(one.title), query_params={"round": str(one.id)})
                count = f"{len(one.voicemail_ids)} voicemails"
                day = wording.day(one.opened_at, zones.get(one.store_id, "UTC"))
                st.caption(plain(wording.joined(count, ", ".join(one.judges.values()), day)))
            _badge(one, viewer)


def _badge(one: CalibrationRound, viewer: Viewer) -> None:
    if one.is_to_judge(viewer.id):
        st.badge("Yours to judge", color="orange", icon=":material/front_hand:")
    elif one.closed_at is None:
        st.badge(f"{len(one.finished)} of {len(one.judges)} finished", color="blue", icon=":material/hourglass:")
    else:
        st.badge("Closed", color="green", icon=":material/check:")


def _form(viewer: Viewer) -> None:
    store = store_choice.choose(viewer)
    offered = _offered(viewer, store)
    if not offered:
        st.caption("No voicemail of this store has been judged yet.")
        return
    judges = {person.id: person.name for person in possible_judges(bootstrap.services(), viewer, store.id)}
    titles = {criterion.id: criterion.title for criterion in load_rubric().criteria}
    labels = {line.voicemail.id: _label(line, store) for line in offered}
    main = [one.id for one in load_rubric().criteria if one.section == load_rubric().criteria[0].section]
    with st.form("new_round", border=False):
        title = st.text_input("Title", key="round_title", placeholder="October", max_chars=LONGEST_TITLE)
        who = st.multiselect("Who judges", list(judges), list(judges), format_func=judges.__getitem__, key="round_judges")
        what = st.multiselect("Criteria", list(titles), main, format_func=titles.__getitem__, key="round_criteria")
        which = st.multiselect(
            "Voicemails", list(labels), list(labels)[:USUAL], format_func=labels.__getitem__, key=f"round_voicemails_{store.id}"
        )
        if st.form_submit_button("Open round", type="primary"):
            with telling():
                made = open_round(
                    bootstrap.services(), viewer, store.id, title, voicemail_ids=which, criterion_ids=what, judge_ids=who
                )
            go_to(made)


def _offered(viewer: Viewer, store: Store) -> Sequence[ListedVoicemail]:
    judged = reading.list_voicemails(bootstrap.services(), viewer, stage=Stage.JUDGED, limit=OFFERED)
    return [line for line in judged if line.voicemail.store_id == store.id]


def _label(line: ListedVoicemail, store: Store) -> str:
    """Without its score, which would lead who chooses."""
    left = wording.day(line.voicemail.left_at or line.voicemail.received_at, store.time_zone)
    return wording.joined(wording.title(line.voicemail, line.customer_name), line.rep_name, left)


def go_to(round_id: RoundId) -> None:
    st.switch_page(screens.CALIBRATION.file, query_params={"round": str(round_id)})
