"""Demo mode: be somebody, by choosing. The choice is kept in a signed cookie, so that it outlives a reload."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from coaching import bootstrap
from coaching.accounts import passes
from coaching.domain.people import PersonId
from coaching.errors import NotFound
from coaching.services import people
from coaching.web.cookies import set_cookie
from coaching.web.forms import posted
from coaching.web.own_path import own_path


async def choose_person(request: Request) -> Response:
    """A form with `person`, an id, and `next`, where to go then."""
    settings = bootstrap.settings()
    if not settings.demo:
        return PlainTextResponse("Not found", 404)
    form = await posted(request)
    try:
        person = people.viewer(bootstrap.services(), PersonId(int(form["person"]))).id
    except (KeyError, ValueError, NotFound):
        return PlainTextResponse("There is no such person. Go back and choose another.", 400)
    response = RedirectResponse(own_path(form.get("next", "")), 303)
    mark = passes.issue(passes.key_of(settings.home), person, datetime.now(UTC))
    set_cookie(response, request, passes.COOKIE, mark, passes.VALID_FOR)
    return response
