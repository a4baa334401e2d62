"""How long every query of a team's page takes, and the page, and how the process grows by it.

python -m benchmarks.team_page team.db [twice.db]

The databases are made by benchmarks.team_history. Each line says p50 and p95 in milliseconds, by the clock and by the processor:
on a machine that does other things as well, only the second is the page's own. The page is run by Streamlit's AppTest, without a
browser.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from coaching.domain.people import PersonId, Role, StoreId, TeamId, Viewer
from coaching.domain.team_scores import A_WEEK, Attempts, Scope
from coaching.reports.team import BEFORE_WEEKS, COMPARED_WEEKS
from coaching.reports.turns import RECENT_WEEKS
from coaching.storage import people, team_groups, team_scores
from coaching.storage.database import Database

MAIN = Path(__file__).parents[1] / "coaching" / "ui" / "main.py"
UNTIL = date(2026, 11, 9)
HALF_A_YEAR, ALL = UNTIL - 25 * A_WEEK, UNTIL - 155 * A_WEEK
TIMES, RUNS = 20, 20
STORE, TEAM, REP = StoreId(1), TeamId(1), PersonId(2)
SCOPES = {
    "all stores, half a year": Scope(HALF_A_YEAR, UNTIL),
    "all stores, three years": Scope(ALL, UNTIL),
    "all stores, three years, first attempts from the website": Scope(ALL, UNTIL, attempt=Attempts.FIRST, source="Website"),
    "a store, half a year": Scope(HALF_A_YEAR, UNTIL, STORE),
    "a store, three years": Scope(ALL, UNTIL, STORE),
    "a team, half a year": Scope(HALF_A_YEAR, UNTIL, STORE, TEAM),
    "a rep, three years": Scope(ALL, UNTIL, STORE, None, REP),
}
Times = tuple[list[float], list[float]]


def main(paths: list[str]) -> None:
    for path in paths:
        print(f"\n{path}")
        database = Database(f"sqlite:///{path}")
        database.upgrade()
        viewer = administrator(database)
        for name, scope in SCOPES.items():
            for query, ask in queries(viewer, scope):
                with database.reading() as connection:
                    show(f"{name}: {query}", timed(lambda ask=ask, connection=connection: ask(connection), TIMES))
        database.close()
        pages(path, viewer)


def queries(viewer: Viewer, scope: Scope) -> Iterator[tuple[str, Callable[[object], object]]]:
    turn = UNTIL - (RECENT_WEEKS - 1) * A_WEEK
    around = replace(scope, since=max(scope.since, turn - BEFORE_WEEKS * A_WEEK))
    by_store = scope.store_id is None
    yield "totals by week", lambda c: team_scores.totals(c, viewer, scope)
    yield "outcomes by week", lambda c: team_scores.outcomes_by_week(c, viewer, scope)
    yield "before and after", lambda c: team_scores.outcomes_by_period(c, viewer, around, turn)
    strata = team_groups.strata_of_stores if by_store else team_groups.strata_of_reps
    compared = replace(scope, since=max(scope.since, UNTIL - (COMPARED_WEEKS - 1) * A_WEEK), rep_id=None)
    yield "reps or stores by criterion", lambda c: strata(c, viewer, compared)
    yield "sources", lambda c: team_scores.sources(c, viewer, scope)
    if not by_store:
        yield "worn scripts", lambda c: team_groups.worn_scripts(c, viewer, compared)


def pages(path: str, viewer: Viewer) -> None:
    os.environ |= {"COACHING_DATABASE_URL": f"sqlite:///{path}", "COACHING_HOME": f"{path}.home", "COACHING_DEMO": "1"}
    from streamlit.testing.v1 import AppTest

    for who, chosen in (("all stores", {}), ("a store", {"store": "1"})):
        for since in (HALF_A_YEAR, ALL):
            address = {**chosen, "from": since.isoformat(), "to": UNTIL.isoformat()}
            app = AppTest.from_file(str(MAIN), default_timeout=120)
            app.session_state["person_id"] = viewer.id
            app.run()
            for name, text in address.items():
                app.query_params[name] = text
            app.switch_page("../../pages/team.py").run()
            assert not app.exception, app.exception
            before = memory_mb()
            show(f"page, {who}, {address['from']} to {address['to']}", timed(app.run, RUNS))
            print(f"    the process grew by {memory_mb() - before:.0f} MB to {memory_mb():.0f} MB in {RUNS} runs")


def administrator(database: Database) -> Viewer:
    from coaching.domain.people import MACHINE

    with database.reading() as connection:
        person = next(iter(people.listed(connection, MACHINE, Role.ADMINISTRATOR)))
        return people.viewer(connection, person.id)


def timed(work: Callable[[], object], times: int) -> Times:
    work()
    walls, processors = [], []
    for _ in range(times):
        wall, processor = time.perf_counter(), time.process_time()
        work()
        walls.append(1000 * (time.perf_counter() - wall))
        processors.append(1000 * (time.process_time() - processor))
    return walls, processors


def show(name: str, times: Times) -> None:
    told = [f"{statistics.median(found):6.0f} {p95(found):6.0f}" for found in times]
    print(f"{name:76} clock {told[0]}   processor {told[1]}", flush=True)


def p95(times: list[float]) -> float:
    """Of these times themselves: the other method reckons beyond the slowest of a dozen."""
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def memory_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main(sys.argv[1:])
