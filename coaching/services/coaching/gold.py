"""The verdicts that were agreed on, as labelled cases for `evaluate`."""

from collections.abc import Sequence

from coaching.domain.audit import Action
from coaching.domain.calibration import RoundId
from coaching.domain.people import Viewer
from coaching.services.auditing import note
from coaching.services.coaching.calibration import Heard, read_round
from coaching.services.parts import Services

Case = dict[str, object]


def gold_cases(services: Services, viewer: Viewer, round_id: RoundId) -> Sequence[Case]:
    """A row of `check` with labels for each voicemail that has any; that they were taken is noted. Raises NotFound."""
    page = read_round(services, viewer, round_id)
    labels: dict[int, dict[str, str]] = {}
    for agreed in page.gold:
        labels.setdefault(agreed.voicemail_id, {})[agreed.criterion_id] = agreed.outcome.value
    cases = [
        _case(f"round-{round_id}-{heard.voicemail.id}", heard, labels[heard.voicemail.id])
        for heard in page.voicemails
        if heard.voicemail.id in labels and heard.text
    ]
    with services.database.writing() as connection:
        note(services, connection, viewer, Action.EXPORTED, "labelled_cases", page.round, cases=len(cases))
    return cases


def _case(case_id: str, heard: Heard, labels: dict[str, str]) -> Case:
    context, rep = heard.context, heard.context.rep
    return {
        "id": case_id,
        "attempt": context.attempt,
        "rep": {"name": rep.name, "direct_line": rep.direct_line, "dealership": rep.dealership, "main_line": rep.main_line},
        "customer": {"name": context.customer_name},
        "facts": dict(context.facts),
        "earlier": [earlier.text for earlier in context.earlier],
        "text": heard.text,
        "labels": labels,
    }
