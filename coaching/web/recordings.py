"""The sound of a voicemail, a take or an exemplar, for those who may hear it."""

from collections.abc import Callable
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from coaching import bootstrap
from coaching.audio.decode import decode
from coaching.audio.wav import as_wav
from coaching.domain.exemplar import ExemplarId
from coaching.domain.people import Viewer
from coaching.domain.session import TakeId
from coaching.domain.voicemail import VoicemailId
from coaching.errors import BadAudio, NotFound
from coaching.services import hearing
from coaching.services.coaching.clips import clip
from coaching.services.coaching.takes import sound_of_take
from coaching.services.parts import Services
from coaching.web.marked import GUESSED, is_marked
from coaching.web.present import viewer
from coaching.web.ranges import ranged

# A player asks for one recording in many parts; this many listeners do not make it be decoded again.
KEPT = 4


def recording(request: Request) -> Response:
    """As WAV whatever was uploaded: browsers play neither AMR nor GSM, and disagree on where a second of MP3 begins."""
    voicemail_id = VoicemailId(request.path_params["voicemail"])
    return _heard_by_bearer(request, lambda services, viewer: _playable(hearing.hear(services, viewer, voicemail_id)))


def take(request: Request) -> Response:
    """What a rep said instead, in a coaching session."""
    take_id = TakeId(request.path_params["take"])
    return _heard_by_bearer(request, lambda services, viewer: _playable(sound_of_take(services, viewer, take_id)))


def exemplar(request: Request) -> Response:
    """The passage alone, for everybody of the store."""
    exemplar_id = ExemplarId(request.path_params["exemplar"])
    return _heard_by_bearer(request, lambda services, viewer: clip(services, viewer, exemplar_id))


def _heard_by_bearer(request: Request, find: Callable[[Services, Viewer], bytes]) -> Response:
    """find: gives WAV."""
    present = viewer(request)
    if present is None:
        return PlainTextResponse("Say who you are first.", 401)
    if not is_marked(request.url.path):
        return PlainTextResponse(GUESSED, 404)
    try:
        playable = find(bootstrap.services(), present)
    except (NotFound, BadAudio) as error:
        return PlainTextResponse(str(error), 404)
    response = ranged(playable, request.headers.get("range"), "audio/wav")
    response.headers["Cache-Control"] = "private, no-store"
    return response


@lru_cache(maxsize=KEPT)
def _playable(content: bytes) -> bytes:
    return as_wav(decode(content))
