"""Fills an empty SQLite database with years of made-up scorecards, for measuring what reads them.

python -m benchmarks.team_history team.db --scorecards 1000000 --reps 500 --years 3

The same seed makes the same rows. Reps get better at some criteria over time and differ from each other. Transcripts and
explanations are left short: reports do not read them, and they would be most of the file.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from coaching.domain.people import Role
from coaching.rubrics import load_rubric
from coaching.storage import counting, people
from coaching.storage.database import Connection, Database

ENDS = datetime(2026, 11, 16, 3, tzinfo=UTC)  # a Monday in UTC and still Sunday in the stores
SOURCES = ("Website", "Phone", "AutoTrader", "Walk-in", "Service drive")
REPS_A_STORE, REPS_A_TEAM = 25, 10
ATTEMPTS = (0.45, 0.25, 0.15, 0.08, 0.07)
OUTCOMES = np.array(["met", "not_met", "unsure", "not_applicable"])
CHUNK = 20_000


def main() -> None:
    asked = arguments()
    started = time.perf_counter()
    database = Database(f"sqlite:///{asked.database}")
    database.upgrade()
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = -400000")
        reps = hire(connection, asked.reps)
        for rows in chunks(asked.scorecards, reps, asked.years, np.random.default_rng(asked.seed)):
            write(connection, rows)
        told(f"{asked.scorecards} scorecards written", started)
        counting.rebuild(connection)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
    told(f"counted; {Path(asked.database).stat().st_size / 1e6:.0f} MB", started)


def hire(connection: Connection, number: int) -> list[tuple[int, int]]:
    """(rep, store) pairs."""
    reps: list[tuple[int, int]] = []
    for place in range(-(-number // REPS_A_STORE)):
        store = people.add_store(connection, f"Store {place + 1:03}", "", ("America/New_York", "America/Los_Angeles")[place % 2])
        people.add_person(connection, f"Manager {place + 1}", Role.MANAGER, store_id=store, manages_stores=[store])
        team = 0
        for at in range(min(REPS_A_STORE, number - len(reps))):
            if at % REPS_A_TEAM == 0:
                team = people.add_team(connection, store, f"Team {place + 1}.{at // REPS_A_TEAM + 1}")
            name = f"Rep {len(reps) + 1:03}"
            reps.append((people.add_person(connection, name, Role.REP, store_id=store, team_id=team), store))
    people.add_person(connection, "Administrator", Role.ADMINISTRATOR)
    return reps


def chunks(number: int, reps: list[tuple[int, int]], years: int, chance: np.random.Generator) -> Iterator[dict[str, np.ndarray]]:
    criteria = [criterion.id for criterion in load_rubric().criteria]
    skill = chance.beta(5, 4, (len(reps), len(criteria)))
    growth = chance.normal(0.1, 0.1, (1, len(criteria)))
    span_s, whose = int(years * 365.25 * 86_400), np.array(reps)
    for first in range(0, number, CHUNK):
        n = min(CHUNK, number - first)
        rep, age = chance.integers(len(reps), size=n), chance.random(n)
        attempt = chance.choice(len(ATTEMPTS), size=n, p=ATTEMPTS) + 1
        likely = np.clip(skill[rep] + growth * age[:, None], 0.02, 0.98)
        drawn = np.where(chance.random((n, len(criteria))) < likely, 0, 1)
        drawn[chance.random(drawn.shape) < 0.03] = 2
        drawn[:, criteria.index("no_repetition")][attempt == 1] = 3
        yield {
            "id": np.arange(first + 1, first + n + 1),
            "rep": whose[rep, 0],
            "store": whose[rep, 1],
            "attempt": attempt,
            "source": chance.integers(len(SOURCES), size=n),
            "age_s": (age * span_s).astype(int) - span_s,
            "outcomes": drawn,
        }


def write(connection: Connection, rows: dict[str, np.ndarray]) -> None:
    """One lead, recording, voicemail, transcript and scorecard a row, all with its id."""
    criteria = load_rubric().criteria
    weights = np.array([criterion.weight for criterion in criteria])
    met, counts = rows["outcomes"] == 0, rows["outcomes"] < 2
    scores = np.round(100 * (met * weights).sum(1) / np.maximum((counts * weights).sum(1), 1), 1)
    when = [(ENDS + timedelta(seconds=int(age))).strftime("%Y-%m-%d %H:%M:%S.000000") for age in rows["age_s"]]
    kept = [column.tolist() for column in (rows["id"], rows["store"], rows["rep"], rows["attempt"], rows["source"])]
    ids, stores, reps, attempts, sources = kept
    shares = json.dumps({criterion.id: criterion.weight for criterion in criteria})

    def fill(table: str, columns: str, values: Iterator[tuple[object, ...]]) -> None:
        marks = ", ".join("?" * len(columns.split(",")))
        connection.connection.driver_connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)

    fill(
        "lead",
        "id, store_id, rep_id, customer_name, facts, source, arrived_at, phones, emails, mystery_shop",
        (
            (i, s, r, f"Customer {i}", "{}", SOURCES[k], w, "[]", "[]", 0)
            for i, s, r, k, w in zip(ids, stores, reps, sources, when, strict=True)
        ),
    )
    fill(
        "recording",
        "id, store_id, sha256, file_name, size_bytes, duration_s, sample_rate, channels, codec, incomplete",
        ((i, s, f"{i:064x}", f"{i}.wav", 1, 25.0, 8000, 1, "pcm_mulaw", 0) for i, s in zip(ids, stores, strict=True)),
    )
    fill(
        "voicemail",
        "id, recording_id, rep_id, lead_id, attempt, left_at, received_at",
        ((i, i, r, i, a, w, w) for i, r, a, w in zip(ids, reps, attempts, when, strict=True)),
    )
    fill(
        "transcript",
        "id, recording_id, engine, model, language, options, text, words, fillers, speech_s, made_at",
        ((i, i, "made-up", "", "en", "{}", "", "[]", 0, 20.0, w) for i, w in zip(ids, when, strict=True)),
    )
    fill(
        "scorecard",
        "id, voicemail_id, transcript_id, rubric_version, profile_id, weights, caps, score, judged_at",
        ((i, i, i, "made-up", "default", shares, "{}", score, w) for i, score, w in zip(ids, scores.tolist(), when, strict=True)),
    )
    words = OUTCOMES[rows["outcomes"]].tolist()
    fill(
        "finding",
        "scorecard_id, position, criterion_id, outcome, explanation",
        (
            (i, place, criterion.id, outcome, "")
            for i, outcomes in zip(ids, words, strict=True)
            for place, (criterion, outcome) in enumerate(zip(criteria, outcomes, strict=True))
        ),
    )


def told(what: str, started: float) -> None:
    print(f"{what} after {time.perf_counter() - started:.0f} s", file=sys.stderr, flush=True)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", help="file to make")
    parser.add_argument("--scorecards", type=int, default=1_000_000)
    parser.add_argument("--reps", type=int, default=500)
    parser.add_argument("--years", type=int, default=3)
    parser.add_argument("--seed", type=int, default=6)
    return parser.parse_args()


if __name__ == "__main__":
    main()
