"""Where a player finds what it plays."""

from coaching import bootstrap
from coaching.accounts import passes, sound_address
from coaching.domain.exemplar import ExemplarId
from coaching.domain.session import TakeId
from coaching.domain.voicemail import VoicemailId


def of_voicemail(voicemail_id: VoicemailId) -> str:
    return _marked(f"/recordings/{voicemail_id}")


def of_take(take_id: TakeId) -> str:
    return _marked(f"/takes/{take_id}")


def of_exemplar(exemplar_id: ExemplarId) -> str:
    return _marked(f"/exemplars/{exemplar_id}")


def redacted(voicemail_id: VoicemailId) -> str:
    return _marked(f"/redacted/{voicemail_id}")


def _marked(place: str) -> str:
    return sound_address.sound_address(passes.key_of(bootstrap.settings().home), place)
