"""The sound of a voicemail, for those who may hear it."""

from functools import lru_cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from coaching import bootstrap
from coaching.audio.decode import decode
from coaching.audio.wav import as_wav
from coaching.domain.voicemail import VoicemailId
from coaching.errors import BadAudio, NotFound
from coaching.services import hearing, people, sign_in
from coaching.web.ranges import ranged

# A player asks for one recording in many parts; this many listeners do not make it be decoded again.
KEPT = 4


def recording(request: Request) -> Response:
    """As WAV whatever was uploaded: browsers play neither AMR nor GSM, and disagree on where a second of MP3 begins."""
    services = bootstrap.services()
    person = sign_in.present(services, bootstrap.settings(), request.cookies)
    if person is None:
        return PlainTextResponse("Say who you are first.", 401)
    try:
        viewer = people.viewer(services, person)
        playable = _playable(hearing.hear(services, viewer, VoicemailId(request.path_params["voicemail"])))
    except (NotFound, BadAudio) as error:
        return PlainTextResponse(str(error), 404)
    response = ranged(playable, request.headers.get("range"), "audio/wav")
    response.headers["Cache-Control"] = "private, no-store"
    return response


@lru_cache(maxsize=KEPT)
def _playable(content: bytes) -> bytes:
    return as_wav(decode(content))
