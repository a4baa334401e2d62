"""All that is served beside Streamlit's own paths."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from coaching.web.demo import choose_person
from coaching.web.recordings import recording


def health(_: Request) -> Response:
    return JSONResponse({"status": "ok"})


ROUTES = (
    Route("/health", health),
    Route("/recordings/{voicemail:int}", recording),
    Route("/demo/person", choose_person, methods=["POST"]),
)
