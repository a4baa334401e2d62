"""Who asks for something beside Streamlit's own pages."""

from starlette.requests import Request

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.errors import NotFound
from coaching.services import people, sign_in


def viewer(request: Request) -> Viewer | None:
    """None for nobody, and for somebody who has left."""
    person = sign_in.present(bootstrap.services(), bootstrap.settings(), request.cookies)
    if person is None:
        return None
    try:
        return people.viewer(bootstrap.services(), person)
    except NotFound:
        return None
