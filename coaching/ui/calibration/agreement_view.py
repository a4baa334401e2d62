"""How far the judges agree, who differs from whom, which guidance is read differently, and what is agreed on in the end."""

import json
from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from coaching import bootstrap
from coaching.domain.calibration import BY_PEOPLE, Gold
from coaching.domain.people import MACHINE, PersonId, Viewer
from coaching.domain.rubric import Criterion
from coaching.domain.voicemail import VoicemailId
from coaching.reports.agreement import Kappa
from coaching.reports.calibration import CriterionAgreement, by_criterion, by_pair, unanimous
from coaching.rubrics import load_rubric
from coaching.services.coaching.calibration import RoundPage, agree_on
from coaching.services.coaching.gold import gold_cases
from coaching.ui import components, sound, wording
from coaching.ui.accuracy_panel import NOT_COMPUTED
from coaching.ui.as_stored import key_of
from coaching.ui.calibration.judging import ANSWERS
from coaching.ui.plain import plain
from coaching.ui.telling import telling

THE_MACHINE = "the machine"


def show(viewer: Viewer, page: RoundPage) -> None:
    agreements = by_criterion(page.round, page.verdicts)
    criteria = {criterion.id: criterion for criterion in load_rubric().criteria}
    _figures(agreements, criteria)
    _pairs(page)
    _read_differently(viewer, page, agreements, criteria)
    if page.round.closed_at is not None:
        _gold(viewer, page)


def shown(kappa: Kappa | None) -> str:
    if kappa is None:
        return NOT_COMPUTED
    if kappa.low is None or kappa.high is None:
        return f"{kappa.value:.2f}"
    return f"{kappa.value:.2f} ({kappa.low:.2f} to {kappa.high:.2f})"


def _figures(agreements: Sequence[CriterionAgreement], criteria: Mapping[str, Criterion]) -> None:
    st.header("How far you agree")
    st.table(
        {
            "Criterion": [plain(_title(one.criterion_id, criteria)) for one in agreements],
            "Beyond chance": [shown(one.people) for one in agreements],
            "All alike": [f"{one.same} of {one.n}" for one in agreements],
        },
        border="horizontal",
    )
    st.caption(
        "Agreement beyond chance: 1 is full, 0 is what chance gives. In brackets 95% intervals, wide where there are few "
        "voicemails, and none where all agree. The machine is not counted here. It cannot be computed for one judge, or where "
        "all said the same. For statisticians: Fleiss’ kappa."
    )


def _pairs(page: RoundPage) -> None:
    pairs = by_pair(page.round, page.verdicts)
    if not pairs:
        return
    st.header("Who differs from whom")
    st.table(
        {
            "Between": [plain(f"{_name(one.first, page)} and {_name(one.second, page)}") for one in pairs],
            "Beyond chance": [shown(one.kappa) for one in pairs],
            "Alike": [f"{one.same} of {one.n}" for one in pairs],
        },
        border="horizontal",
    )
    st.caption(
        "Over all criteria of this round. What the machine is unsure of agrees with nobody. For statisticians: Cohen’s kappa."
    )


def _read_differently(
    viewer: Viewer, page: RoundPage, agreements: Sequence[CriterionAgreement], criteria: Mapping[str, Criterion]
) -> None:
    st.header("Which guidance is read differently")
    differing = [one for one in agreements if one.differing]
    if not differing:
        st.success("Nobody differed on anything.", icon=":material/check:")
    for one in differing:
        with st.expander(plain(f"{_title(one.criterion_id, criteria)}: {len(one.differing)} judged differently")):
            if one.criterion_id in criteria:
                st.markdown(plain(criteria[one.criterion_id].guidance))
            for voicemail_id in one.differing:
                _differing(viewer, page, one, voicemail_id)


def _differing(viewer: Viewer, page: RoundPage, one: CriterionAgreement, voicemail_id: VoicemailId) -> None:
    place = page.round.voicemail_ids.index(voicemail_id)
    heard = page.voicemails[place]
    with st.container(border=True):
        st.markdown(f"**Voicemail {place + 1}** {plain(wording.joined(heard.context.rep.name, heard.context.customer_name))}")
        key = f"{one.criterion_id}_{voicemail_id}"
        components.player(sound.of_voicemail(voicemail_id), heard.voicemail.duration_s, (), key=f"differing_{key}")
        said = one.said[voicemail_id]
        st.markdown(plain(wording.joined(*(f"{_name(judge, page)}: {wording.OUTCOMES[said[judge]]}" for judge in said))))
        if page.round.closed_at is None:
            return
        known = {(gold.voicemail_id, gold.criterion_id): gold.outcome for gold in page.gold}.get((voicemail_id, one.criterion_id))
        agreed = st.segmented_control(
            "We agree on", BY_PEOPLE, default=known, format_func=ANSWERS.__getitem__, key=key_of(f"gold_{key}", known)
        )
        if agreed is not None and agreed is not known:
            with telling():
                agree_on(bootstrap.services(), viewer, page.round.id, [Gold(voicemail_id, one.criterion_id, agreed)])
            st.rerun()


def _gold(viewer: Viewer, page: RoundPage) -> None:
    st.header("Agreed verdicts")
    kept = {(one.voicemail_id, one.criterion_id) for one in page.gold}
    new = [Gold(*item, outcome) for item, outcome in unanimous(page.verdicts).items() if item not in kept]
    st.markdown(
        f"{len(kept)} of {len(page.round.voicemail_ids) * len(page.round.criterion_ids)} verdicts are agreed on and kept."
    )
    with st.container(horizontal=True):
        if new and st.button(f"Keep the {len(new)} on which all were alike", type="primary", icon=":material/done_all:"):
            with telling():
                agree_on(bootstrap.services(), viewer, page.round.id, new)
            st.rerun()
        if kept:
            st.download_button(
                "Labelled cases for evaluate",
                partial(_cases, viewer, page),
                file_name=f"calibration-{page.round.id}.jsonl",
                mime="application/jsonl",
                icon=":material/download:",
                on_click="ignore",
            )
    st.caption("They measure the machine, and change no scorecard.")


def _cases(viewer: Viewer, page: RoundPage) -> str:
    """Made when they are asked for, which is noted."""
    cases = gold_cases(bootstrap.services(), viewer, page.round.id)
    return "\n".join(json.dumps(case, ensure_ascii=False) for case in cases)


def _title(criterion_id: str, criteria: Mapping[str, Criterion]) -> str:
    return criteria[criterion_id].title if criterion_id in criteria else criterion_id


def _name(judge_id: PersonId, page: RoundPage) -> str:
    return THE_MACHINE if judge_id == MACHINE.id else page.round.judges.get(judge_id, "Somebody who has left")
