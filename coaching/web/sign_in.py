"""Signing in with a password, by a link, as the first administrator; and signing out."""

from collections.abc import Awaitable, Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from coaching import bootstrap
from coaching.accounts import devices, throttle
from coaching.domain.people import PersonId
from coaching.errors import CoachingError
from coaching.services import first_run, invitations, openid, sign_in
from coaching.web import setup_code
from coaching.web.cookies import now_signed_in
from coaching.web.forms import PASSWORDS, Field, Form, posted
from coaching.web.own_path import own_path

EMAIL = Field("email", "E-mail address", "email", "username")
SIGN_IN = Form(
    "Sign in",
    "With the e-mail address that your administrator keeps for you.",
    "/sign-in",
    "Sign in",
    (EMAIL, Field("password", "Password", "password", "current-password")),
)
SET_UP = Form(
    "Set up Voicemail Coach",
    "There is no administrator yet. You become the first, and then invite the others.",
    "/set-up",
    "Create the administrator",
    (
        Field(
            "code", "Setup code", hint="It stands where the server was started, so that nobody else on the network can be first."
        ),
        Field("name", "Your name", fills="name"),
        EMAIL,
        *PASSWORDS,
    ),
)
TAKEN = Form("Voicemail Coach is set up", "There is an administrator already. Sign in, or ask them to invite you.")
VOID = Form("This link cannot be used", invitations.USED)
# Chromium holds a form's redirects to the rule that forms go to this server only; a page that moves on is no redirect.
LEAVING = '<!doctype html><meta http-equiv="refresh" content="0;url=/auth/logout"><title>Signing out</title>'
OPENID_COOKIE = "_streamlit_user"  # Streamlit's own, after st.login

Answer = Callable[[Request, Mapping[str, str]], Response]


def asked(show: Answer, take: Answer) -> Callable[[Request], Awaitable[Response]]:
    """One address: GET shows the form, POST takes what was filled in. Neither is there in demo mode, where all are made up."""

    async def endpoint(request: Request) -> Response:
        if bootstrap.settings().demo:
            return RedirectResponse("/", 303)
        if request.method == "POST":
            return await run_in_threadpool(take, request, await posted(request))
        return await run_in_threadpool(show, request, dict(request.query_params))

    return endpoint


def show_sign_in(request: Request, asked_for: Mapping[str, str]) -> Response:
    if first_run.needs_administrator(bootstrap.services()):
        return RedirectResponse("/set-up", 303)
    return SIGN_IN.page({"next": own_path(asked_for.get("next", ""))})


def take_sign_in(request: Request, form: Mapping[str, str]) -> Response:
    address = request.client.host if request.client else ""
    tried = sign_in.Try(form.get("email", ""), form.get("password", ""), address, request.cookies.get(devices.COOKIE, ""))
    onwards = own_path(form.get("next", ""))
    try:
        person_id, token = sign_in.sign_in(bootstrap.services(), bootstrap.settings(), tried)
    except throttle.TooSoon as error:
        return SIGN_IN.page({"email": tried.email, "next": onwards}, str(error), 429)
    except CoachingError as error:
        return SIGN_IN.page({"email": tried.email, "next": onwards}, str(error), 401)
    return _welcome(request, person_id, token, onwards)


def show_set_up(request: Request, _: Mapping[str, str]) -> Response:
    if not first_run.needs_administrator(bootstrap.services()):
        return TAKEN.page({}, status=404)
    return SET_UP.page({})


def take_set_up(request: Request, form: Mapping[str, str]) -> Response:
    try:
        setup_code.check(form.get("code", ""))
        person_id, token = first_run.create_administrator(
            bootstrap.services(),
            form.get("name", ""),
            form.get("email", ""),
            form.get("password", ""),
            form.get("again", ""),
        )
    except CoachingError as error:
        return SET_UP.page({name: form.get(name, "") for name in ("code", "name", "email")}, str(error), 400)
    return _welcome(request, person_id, token, "/")


def show_invitation(request: Request, _: Mapping[str, str]) -> Response:
    token = request.path_params["token"]
    try:
        return _invitation(invitations.invited(bootstrap.services(), token).email, token).page({})
    except CoachingError:
        return VOID.page({}, status=404)


def take_invitation(request: Request, form: Mapping[str, str]) -> Response:
    token = request.path_params["token"]
    services = bootstrap.services()
    try:
        person = invitations.invited(services, token)
    except CoachingError:
        return VOID.page({}, status=404)
    try:
        person_id, opened = invitations.accept(services, token, form.get("password", ""), form.get("again", ""))
    except CoachingError as error:
        return _invitation(person.email, token).page({}, str(error), 400)
    return _welcome(request, person_id, opened, "/")


def _invitation(email: str, token: str) -> Form:
    intro = f"You sign in as {email}. This link works once."
    return Form("Choose your password", intro, f"/invitation/{token}", "Save and sign in", PASSWORDS)


def take_ticket(request: Request, form: Mapping[str, str]) -> Response:
    """After OpenID Connect. What is too old or used leads to the start page, which says so or knows who is here already."""
    try:
        person_id, token = openid.redeem(bootstrap.services(), form.get("ticket", ""))
    except CoachingError:
        return RedirectResponse("/", 303)
    return _welcome(request, person_id, token, own_path(form.get("next", "")))


def sign_out(request: Request) -> Response:
    token = request.cookies.get(sign_in.COOKIE)
    if token:
        sign_in.sign_out(bootstrap.services(), token)
    by_openid = any(name.startswith(OPENID_COOKIE) for name in request.cookies)
    response = Response(LEAVING, media_type="text/html") if by_openid else RedirectResponse("/", 303)
    response.delete_cookie(sign_in.COOKIE)
    return response


def _welcome(request: Request, person_id: PersonId, token: str, onwards: str) -> Response:
    response = RedirectResponse(onwards, 303)
    now_signed_in(response, request, person_id, token)
    return response
