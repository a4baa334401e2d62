"""The cookies by which a browser is known again. Scripts cannot read them, and other sites' forms do not send them."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from coaching import bootstrap
from coaching.accounts import devices, passes
from coaching.domain.people import PersonId
from coaching.domain.sign_in import LONGEST
from coaching.services import sign_in


def set_cookie(response: Response, request: Request, name: str, value: str, valid_for: timedelta) -> None:
    seconds = int(valid_for.total_seconds())
    response.set_cookie(name, value, max_age=seconds, httponly=True, samesite="lax", secure=is_https(request))


def is_https(request: Request) -> bool:
    """Also where a proxy speaks https for us. Who forges the header only keeps their own cookie from themselves."""
    return "https" in (request.url.scheme, request.headers.get("x-forwarded-proto", "").split(",")[0].strip())


def now_signed_in(response: Response, request: Request, person_id: PersonId, token: str) -> None:
    """The sign-in that this browser had before, if any, ends. The browser is marked as one that the account was used from."""
    old = request.cookies.get(sign_in.COOKIE)
    if old:
        sign_in.sign_out(bootstrap.services(), old)
    set_cookie(response, request, sign_in.COOKIE, token, LONGEST)
    key = passes.key_of(bootstrap.settings().home)
    if devices.known(key, request.cookies.get(devices.COOKIE, ""), person_id) is None:
        set_cookie(response, request, devices.COOKIE, devices.issue(key, person_id), devices.VALID_FOR)
