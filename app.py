"""The server: `streamlit run app.py`. Streamlit's screens, our routes beside them, and a worker for as long as it runs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from coaching import bootstrap
from coaching.jobs.supervisor import worker_beside
from coaching.services import first_run
from coaching.web import setup_code
from coaching.web.routes import ROUTES
from coaching.web.shield import Shield


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    services, demo = bootstrap.services(), bootstrap.settings().demo
    first_run.refuse_other_world(services, demo=demo)
    setup_code.announce()
    async with worker_beside():
        yield


# The entry script may not lie beside pages/: a first visit to a page's address would run that page without it.
app = st.App(
    Path(__file__).parent / "coaching" / "ui" / "main.py", lifespan=lifespan, routes=ROUTES, middleware=[Middleware(Shield)]
)
