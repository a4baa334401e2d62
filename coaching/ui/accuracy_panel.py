"""How accurate the verdicts are, with the numbers of cases and the intervals that belong to it."""

import streamlit as st

from coaching.domain.dates import long_date
from coaching.domain.rubric import Rubric
from coaching.reports.accuracy import Accuracy, CriterionAccuracy, Interval, SetAccuracy
from coaching.ui.plain import plain

NOT_COMPUTED = "cannot be computed"


def show(measured: Accuracy | None, rubric: Rubric) -> None:
    st.header("How accurate is this?")
    if measured is None or not (measured.sets or measured.audio):
        st.info("The verdicts of this installation were not measured yet.", icon=":material/straighten:")
        return
    st.markdown(
        "Every verdict was held against what people said of the same voicemail: 1 is full agreement, and an unsure verdict "
        "counts as wrong. In brackets stands how far chance could move the figure."
    )
    chosen = st.selectbox("Measured on", [*measured.sets, *measured.audio], format_func=title_of)
    st.table(rows(chosen, rubric), border="horizontal")
    st.caption(plain(_made(measured, rubric)))
    st.caption(
        "For statisticians: agreement with people is macro F1, so calling everything met does not pass; beyond chance is Cohen’s "
        "kappa, 0 where chance alone would agree as often. The brackets are 95% intervals."
    )


def title_of(one: SetAccuracy) -> str:
    return f"{one.title} ({one.n} voicemails)"


def rows(one: SetAccuracy, rubric: Rubric) -> dict[str, list[str]]:
    """A column each, in the rubric's order."""
    judged = [criterion for criterion in rubric.criteria if criterion.id in one.criteria]
    found = [one.criteria[criterion.id] for criterion in judged]
    return {
        "Criterion": [plain(criterion.title) for criterion in judged],
        "Agreement with people": [with_interval(each.macro_f1, each.macro_f1_interval) for each in found],
        "Beyond chance": [with_interval(each.kappa, each.kappa_interval) for each in found],
        "Voicemails": [_cases(each) for each in found],
    }


def with_interval(figure: float | None, interval: Interval | None) -> str:
    if figure is None:
        return NOT_COMPUTED
    return f"{figure:.2f}" if interval is None else f"{figure:.2f} ({interval[0]:.2f} to {interval[1]:.2f})"


def _cases(each: CriterionAccuracy) -> str:
    said = f"{each.n}, {each.met} of them met"
    return f"{said}, {each.unsure} unsure" if each.unsure else said


def _made(measured: Accuracy, rubric: Rubric) -> str:
    said = f"Measured on {long_date(measured.measured_on)} with the rubric {measured.rubric}."
    changed = "" if measured.rubric == rubric.version else " The rubric has changed since; measure it again to be sure."
    return f"{said}{changed} The voicemails are made up: expect less on real ones."
