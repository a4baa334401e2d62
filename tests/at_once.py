"""Several who do the same at the same moment, each on a connection of its own."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def at_once(times: int, do: Callable[[], object]) -> list[BaseException]:
    """What was raised."""
    ready = threading.Barrier(times)

    def one() -> None:
        ready.wait()
        do()

    with ThreadPoolExecutor(times) as everybody:
        done = [everybody.submit(one) for _ in range(times)]
    return [error for error in (each.exception() for each in done) if error]
