"""How long it was between two times, on every database."""

from typing import Any

from sqlalchemy import Float
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class seconds_between(FunctionElement[float]):
    """From the first to the second, to a thousandth."""

    type = Float()
    inherit_cache = True


@compiles(seconds_between)
def _everywhere(element: seconds_between, compiler: SQLCompiler, **options: Any) -> str:
    first, second = (compiler.process(clause, **options) for clause in element.clauses)
    return f"EXTRACT(EPOCH FROM ({second} - {first}))"


@compiles(seconds_between, "sqlite")
def _on_sqlite(element: seconds_between, compiler: SQLCompiler, **options: Any) -> str:
    """Days as fractions, so that exactly a week would come out as a little more or less without rounding."""
    first, second = (compiler.process(clause, **options) for clause in element.clauses)
    return f"ROUND((julianday({second}) - julianday({first})) * 86400.0, 3)"
