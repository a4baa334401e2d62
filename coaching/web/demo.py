"""Demo mode: be somebody, by choosing. The choice is kept in a signed cookie, so that it outlives a reload."""

from datetime import UTC, datetime
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from coaching import bootstrap
from coaching.accounts import passes
from coaching.domain.people import PersonId
from coaching.errors import NotFound
from coaching.services import people


async def choose_person(request: Request) -> Response:
    """A form with `person`, an id, and `next`, where to go then."""
    settings = bootstrap.settings()
    if not settings.demo:
        return PlainTextResponse("Not found", 404)
    form = parse_qs((await request.body()).decode(errors="replace"))
    try:
        person = people.viewer(bootstrap.services(), PersonId(int(form["person"][0]))).id
    except (KeyError, ValueError, NotFound):
        return PlainTextResponse("There is no such person. Go back and choose another.", 400)
    response = RedirectResponse(own_path(form.get("next", [""])[0]), 303)
    response.set_cookie(
        passes.COOKIE,
        passes.issue(passes.key_of(settings.home), person, datetime.now(UTC)),
        max_age=int(passes.VALID_FOR.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response


def own_path(text: str) -> str:
    """A path of this server, never another one: "//elsewhere" and "/\\elsewhere" lead away."""
    leads_away = not text.startswith("/") or text.startswith(("//", "/\\")) or any(ord(letter) < ord(" ") for letter in text)
    return "/" if leads_away else text
