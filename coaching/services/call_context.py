"""What is on file about the call behind a voicemail, as it is judged and heard by."""

from coaching.domain.context import CallContext, EarlierMessage, RepOnFile
from coaching.domain.people import MACHINE
from coaching.domain.practice import Drill
from coaching.domain.voicemail import Voicemail
from coaching.rubrics.drills import drill
from coaching.storage import leads, people, practices, transcripts, voicemails
from coaching.storage.database import Connection


def call_context(connection: Connection, voicemail: Voicemail) -> CallContext:
    """What is on file about the call: the rep's numbers, the lead's facts, what was left for the lead before.

    Of practice: what the drill makes up about it, judged by the whole rubric, for a drill may practise what the store leaves out.
    """
    store = people.get_store(connection, MACHINE, voicemail.store_id)
    rep = people.get(connection, MACHINE, voicemail.rep_id) if voicemail.rep_id else None
    on_file = RepOnFile(rep.name if rep else "", rep.direct_line if rep else "", store.name, store.main_line)
    practice = practices.of_voicemail(connection, voicemail.id)
    if practice is not None:
        return _made_up(on_file, drill(practice.drill_id))
    lead = leads.get(connection, MACHINE, voicemail.lead_id) if voicemail.lead_id else None
    return CallContext(
        rep=on_file,
        customer_name=lead.customer_name if lead else "",
        facts=lead.facts if lead else {},
        attempt=voicemail.attempt,
        earlier=_earlier(connection, voicemail) if lead else (),
        profile_id=store.profile_id,
    )


def hints(context: CallContext) -> tuple[str, ...]:
    """The names on file that may be said. Never a telephone number: the engine would hear it where nobody said it."""
    vehicle = context.facts.get("vehicle")
    named = (context.rep.name, context.rep.dealership, context.customer_name, vehicle if isinstance(vehicle, str) else "")
    return tuple(name for name in named if name)


def _made_up(on_file: RepOnFile, made_up: Drill) -> CallContext:
    earlier = tuple(EarlierMessage("", text, at) for at, text in enumerate(made_up.earlier, 1))
    return CallContext(on_file, made_up.customer_name, made_up.facts, made_up.attempt, earlier)


def _earlier(connection: Connection, voicemail: Voicemail) -> tuple[EarlierMessage, ...]:
    siblings = voicemails.where(connection, MACHINE, lead_id=voicemail.lead_id)
    texts = ((one, transcripts.latest_text(connection, one.id)) for one in siblings if one.place < voicemail.place)
    return tuple(EarlierMessage(str(one.id), text, one.attempt) for one, text in texts if text)
