"""What a scorecard offers for the library, in the shape that the component draws. Nothing of Streamlit."""

from collections.abc import Sequence

from coaching.domain.exemplar import WITH_KINDS
from coaching.domain.scorecard import Finding, Outcome
from coaching.domain.transcript import Transcript
from coaching.domain.voicemail import Judged
from coaching.rubrics import load_rubric
from coaching.ui import scorecard_view
from coaching.ui.people_said import Told
from coaching.ui.wording import KINDS


def choices(judged: Judged) -> Sequence[Told]:
    """What was met comes first: its words are the passage that is offered."""
    titles = {criterion.id: criterion.title for criterion in load_rubric().criteria}
    findings = [one for one in judged.standing.findings if one.criterion_id in titles]
    in_order = sorted(findings, key=lambda one: one.outcome is not Outcome.MET)
    return [_choice(one, titles[one.criterion_id], judged.heard.transcript) for one in in_order]


def _choice(finding: Finding, title: str, transcript: Transcript) -> Told:
    kinds = [{"id": kind.value, "title": name} for kind, name in KINDS.items()]
    return {
        "id": finding.criterion_id,
        "title": title,
        "is_met": finding.outcome is Outcome.MET,
        "kinds": kinds if finding.criterion_id == WITH_KINDS else [],
        "kind": finding.kind.value if finding.kind else "",
        "passage": _passage(finding, transcript),
    }


def _passage(finding: Finding, transcript: Transcript) -> Told | None:
    """Where the first words behind the verdict were said."""
    for evidence in finding.evidence:
        start_s, end_s = scorecard_view.times(transcript, evidence.start_char, evidence.end_char)
        if start_s is not None:
            return {"start_s": start_s, "end_s": end_s}
    return None
