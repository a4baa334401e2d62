"""All that is served beside Streamlit's own paths."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from coaching.web import redacted
from coaching.web.demo import choose_person
from coaching.web.history import history
from coaching.web.recordings import exemplar, recording, take
from coaching.web.sign_in import (
    asked,
    show_invitation,
    show_set_up,
    show_sign_in,
    sign_out,
    take_invitation,
    take_set_up,
    take_sign_in,
    take_ticket,
)

FORM = ("GET", "POST")


def health(_: Request) -> Response:
    return JSONResponse({"status": "ok"})


ROUTES = (
    Route("/health", health),
    Route("/takes/{take:int}/{mark:str}", take),
    Route("/exemplars/{exemplar:int}/{mark:str}", exemplar),
    Route("/history.csv", history),
    Route("/redacted/{voicemail:int}/{mark:str}", redacted.sound),
    Route("/redacted/{voicemail:int}/{mark:str}/archive", redacted.archive),
    Route("/recordings/{voicemail:int}/{mark:str}", recording),
    Route("/sign-in", asked(show_sign_in, take_sign_in), methods=FORM),
    Route("/set-up", asked(show_set_up, take_set_up), methods=FORM),
    Route("/invitation/{token:str}", asked(show_invitation, take_invitation), methods=FORM),
    Route("/sign-in/ticket", asked(show_sign_in, take_ticket), methods=["POST"]),
    Route("/sign-out", sign_out, methods=["POST"]),
    Route("/demo/person", choose_person, methods=["POST"]),
)
