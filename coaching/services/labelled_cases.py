"""What people settled, overruled or changed, as rows of a labelled set that `python -m coaching evaluate` holds verdicts to."""

from collections.abc import Sequence
from typing import Any

from coaching.domain.audit import Action, Entry, Subject
from coaching.domain.context import CallContext
from coaching.domain.people import MACHINE, Viewer
from coaching.domain.scorecard import Outcome
from coaching.services.call_context import call_context
from coaching.services.parts import Services
from coaching.storage import audit, voicemails
from coaching.storage.labelled import Labelled, labelled

Case = dict[str, Any]


def labelled_cases(services: Services, viewer: Viewer) -> Sequence[Case]:
    """Of the voicemails that the viewer may see; each as a row of `evaluate`. What is still unsure is no label."""
    with services.database.writing() as connection:
        cases: list[Case] = []
        for one in labelled(connection, viewer):
            context = call_context(connection, voicemails.get(connection, viewer, one.voicemail_id))
            if labels := _labels(one):
                cases.append(_case(f"voicemail-{one.voicemail_id}-{len(cases)}", one, labels, context))
        by = None if viewer.id == MACHINE.id else viewer.id
        counts = {"cases": len(cases)}
        audit.add(connection, Entry(services.now(), by, Action.EXPORTED, "labelled_cases", Subject.STORE, None, None, counts))
    return cases


def _labels(one: Labelled) -> dict[str, str]:
    return {criterion_id: said.value for criterion_id, said in sorted(one.labels.items()) if said is not Outcome.UNSURE}


def _case(case_id: str, one: Labelled, labels: dict[str, str], context: CallContext) -> Case:
    """The earlier messages are told in the row itself, so that it stands alone."""
    rep = context.rep
    case: Case = {
        "id": case_id,
        "rep": {"name": rep.name, "direct_line": rep.direct_line, "dealership": rep.dealership, "main_line": rep.main_line},
        "customer": {"name": context.customer_name},
        "facts": dict(context.facts),
        "earlier": [message.text for message in context.earlier],
        "text": one.text,
        "asr_text": one.text,
        "labels": labels,
    }
    return case | ({"attempt": context.attempt} if context.attempt else {})
