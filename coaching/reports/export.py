"""A team's figures as tables, and the tables as files that spreadsheets and data tools open with their types."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from coaching.domain.people import Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.spreadsheet import csv_bytes
from coaching.domain.team_scores import Scope
from coaching.errors import CoachingError
from coaching.reports.team import TeamReport
from coaching.reports.trend import share_by_week, total_by_week
from coaching.storage import figures
from coaching.storage.database import Database

if TYPE_CHECKING:
    import pandas as pd

MOST_ROWS = 200_000
"""Of one file: a spreadsheet takes a million rows, but few machines open them."""
WIDEST = 40

Tables = Mapping[str, "pd.DataFrame"]


def tables_of(report: TeamReport, names: Mapping[str, str]) -> Tables:
    """What is on the screen, a table each. Shares and totals from 0 to 100, weeks by their Mondays."""
    import pandas as pd

    weeks = [
        {"Week": one.monday, "Voicemails": one.n, "Total": one.value, "Low 95%": one.low, "High 95%": one.high}
        for one in total_by_week(report)
    ]
    by_week = [
        {"Week": one.monday, "Criterion": name, "Counted": one.n, "Met %": one.value, "Low 95%": one.low, "High 95%": one.high}
        for criterion, name in names.items()
        for one in share_by_week(report, criterion)
    ]
    group = "Store" if report.by_store else "Rep"
    cells = [
        {
            group: report.groups[one.group_id].name if one.group_id in report.groups else "",
            "Criterion": names.get(one.criterion_id, one.criterion_id),
            "Met": one.share.hits,
            "Counted": one.share.n,
            "Met %": _percent(one.share.value),
            "Usual % on the same calls": _percent(one.expected),
            "Enough to compare": one.is_enough,
        }
        for one in report.cells
    ]
    changes = [
        {
            "Criterion": names.get(criterion, criterion),
            "Met before": one.before.hits,
            "Counted before": one.before.n,
            "Met after": one.after.hits,
            "Counted after": one.after.n,
            "Change in points": one.points,
            "p": one.p,
        }
        for criterion, one in report.changes.items()
    ]
    bins = [{"Total from": 10 * place, "Voicemails": report.bins.get(place, 0)} for place in range(10)]
    made = {"Weeks": weeks, "Criteria by week": by_week, f"{group}s by criterion": cells, "Changes": changes, "Totals": bins}
    return {title: _typed(pd.DataFrame(rows)) for title, rows in made.items() if rows}


def voicemails_of(database: Database, viewer: Viewer, scope: Scope, names: Mapping[str, str]) -> Tables:
    """One row for each voicemail in the scope that the viewer may see. Raises CoachingError where there are too many."""
    import pandas as pd

    with database.reading() as connection:
        rows = figures.every_voicemail(connection, viewer, scope, MOST_ROWS + 1)
    if len(rows) > MOST_ROWS:
        raise CoachingError(f"These are more than {MOST_ROWS:,} voicemails. Choose fewer weeks, a store or a team.")
    words = {outcome: outcome.value.replace("_", " ") for outcome in Outcome}
    told = [
        {
            "Voicemail": row.voicemail_id,
            "Week": row.week,
            "Store": row.store,
            "Team": row.team,
            "Rep": row.rep,
            "Lead source": row.source,
            "Attempt": row.attempt,
            "Total": row.total,
            **{name: words[row.outcomes[one]] if one in row.outcomes else None for one, name in names.items()},
        }
        for row in rows
    ]
    return {"Voicemails": _typed(pd.DataFrame(told))}


def as_excel(tables: Tables) -> bytes:
    """One sheet a table, with real dates and numbers. Texts are texts, also those that look like a formula or an address."""
    import pandas as pd

    held = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with pd.ExcelWriter(held, engine="xlsxwriter", datetime_format="yyyy-mm-dd", engine_kwargs={"options": options}) as writer:
        for title, table in tables.items():
            table.to_excel(writer, sheet_name=title, index=False, freeze_panes=(1, 0))
            for place, column in enumerate(table.columns):
                longest = max([len(str(column)), *(len(str(one)) for one in table[column].head(100))])
                writer.sheets[title].set_column(place, place, min(WIDEST, longest + 2))
    return held.getvalue()


def as_csv(tables: Tables) -> bytes:
    return _one_or_zip(tables, "csv", lambda table: csv_bytes(list(table.columns), _plain_rows(table)))


def as_parquet(tables: Tables) -> bytes:
    return _one_or_zip(tables, "parquet", lambda table: bytes(table.to_parquet(index=False)))


def ending(tables: Tables, kind: str) -> str:
    return kind if kind == "xlsx" or len(tables) == 1 else "zip"


def _one_or_zip(tables: Tables, kind: str, write: Callable[["pd.DataFrame"], bytes]) -> bytes:
    if len(tables) == 1:
        return write(next(iter(tables.values())))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for title, table in tables.items():
            # A fixed time: the same figures make the same bytes.
            archive.writestr(zipfile.ZipInfo(f"{title}.{kind}"), write(table))
    return held.getvalue()


def _plain_rows(table: "pd.DataFrame") -> Iterator[list[object]]:
    """Days as 2026-03-02, and nothing where nothing is known."""
    import pandas as pd

    for row in table.itertuples(index=False):
        yield [None if pd.isna(one) else one.date() if isinstance(one, pd.Timestamp) else one for one in row]


def _typed(table: "pd.DataFrame") -> "pd.DataFrame":
    import pandas as pd

    if "Week" in table:
        table["Week"] = pd.to_datetime(table["Week"])
    return table


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share
