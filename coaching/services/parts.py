"""What every use case works with. Made by coaching.bootstrap, handed to each as its first argument."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from coaching.storage.blobs import Blobs
from coaching.storage.database import Database


@dataclass(frozen=True, slots=True)
class Services:
    """now: the clock; aware times."""

    database: Database
    blobs: Blobs
    now: Callable[[], datetime]
