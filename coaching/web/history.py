"""The history as a file."""

from collections.abc import Mapping
from datetime import datetime

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from coaching import bootstrap
from coaching.domain.audit import Action
from coaching.domain.people import PersonId, StoreId
from coaching.errors import NotAllowed, NotFound
from coaching.services.audit_trail import export_trail
from coaching.storage.audit import Wanted
from coaching.web.present import viewer

UNCLEAR = "The address of this export is not clear. Go back to the history and choose the filters again."


def history(request: Request) -> Response:
    present = viewer(request)
    if present is None:
        return PlainTextResponse("Say who you are first.", 401)
    try:
        content = export_trail(bootstrap.services(), present, wanted(request.query_params))
    except NotAllowed as error:
        return PlainTextResponse(str(error), 403)
    except NotFound as error:
        return PlainTextResponse(str(error), 404)
    except ValueError:
        return PlainTextResponse(UNCLEAR, 400)
    headers = {"Content-Disposition": 'attachment; filename="history.csv"', "Cache-Control": "private, no-store"}
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)


def wanted(query: Mapping[str, str]) -> Wanted:
    """Raises ValueError for what is no filter."""
    return Wanted(
        action=Action(query["action"]) if query.get("action") else None,
        by=PersonId(_number(query["by"])) if query.get("by") else None,
        store_id=StoreId(_number(query["store"])) if query.get("store") else None,
        since=_time(query.get("since", "")),
        until=_time(query.get("until", "")),
    )


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):  # a database's integers end soon after
        raise ValueError(text)
    return int(text)


def _time(text: str) -> datetime | None:
    if not text:
        return None
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError(text)
    return time
