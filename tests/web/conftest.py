from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from coaching.web.routes import ROUTES


@pytest.fixture
def backend() -> str:
    """Services and storage are tested on both databases."""
    return "sqlite"


@pytest.fixture
def browser(demo_home: None) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=list(ROUTES))) as client:
        yield client
