"""What may be shown of a voicemail outside, to hear and to take along."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from coaching import bootstrap
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError, NotAllowed
from coaching.services.privacy.redacting import export_redacted, redacted_sound
from coaching.web.marked import GUESSED, is_marked
from coaching.web.present import viewer
from coaching.web.ranges import ranged

PRIVATE = {"Cache-Control": "private, no-store"}


def sound(request: Request) -> Response:
    return _answer(request, export=False)


def archive(request: Request) -> Response:
    return _answer(request, export=True)


def _answer(request: Request, *, export: bool) -> Response:
    present, voicemail_id = viewer(request), VoicemailId(request.path_params["voicemail"])
    if present is None:
        return PlainTextResponse("Say who you are first.", 401)
    if not is_marked(request.url.path.removesuffix("/archive")):
        return PlainTextResponse(GUESSED, 404)
    try:
        make = export_redacted if export else redacted_sound
        content = make(bootstrap.services(), present, voicemail_id)
    except CoachingError as error:
        return PlainTextResponse(str(error), 403 if isinstance(error, NotAllowed) else 404)
    if not export:
        response = ranged(content, request.headers.get("range"), "audio/mpeg")
        response.headers.update(PRIVATE)
        return response
    name = f'attachment; filename="voicemail-{voicemail_id}-redacted.zip"'
    return Response(content, media_type="application/zip", headers={**PRIVATE, "Content-Disposition": name})
