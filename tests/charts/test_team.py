from datetime import date

from coaching.charts.look import HIGH, LINE, LOW, PLAIN
from coaching.charts.team import Mark, distribution_figure, map_figure, shade, trend_figure
from coaching.reports.trend import Week

WEEKS = [
    Week(date(2026, 3, 2), 31.0, 22.0, 42.0, 80),
    Week(date(2026, 3, 9), None, None, None, 0),
    Week(date(2026, 3, 16), 54.0, 20.0, 85.0, 4),
]


def test_a_line_carries_its_weeks_and_greys_the_small_ones() -> None:
    band, line = trend_figure(WEEKS, " %").data
    assert list(line.customdata) == ["2026-03-02", "2026-03-16"]
    assert list(line.marker.color) == [LINE, PLAIN]
    assert "n 4, too few to tell" in line.hovertext[1]
    assert list(band.y) == [42.0, 85.0, 20.0, 22.0]


def test_every_bin_of_totals_is_there() -> None:
    (bars,) = distribution_figure({4: 7}).data
    assert list(bars.y) == [0, 0, 0, 0, 7, 0, 0, 0, 0, 0]
    assert list(bars.customdata) == list(range(10))


def test_a_square_is_coloured_by_its_difference_and_grey_where_it_is_small() -> None:
    marks = [Mark("Bob", "Text", "12", -0.4, "", (1, "text")), Mark("Bob", "Value", "n 3", None, "", (1, "value"))]
    (squares,) = map_figure(marks, ["Bob"], ["Text", "Value"]).data
    assert list(squares.marker.color) == [LOW, shade(None)]
    assert shade(0.5) == HIGH
    assert len({shade(one) for one in (-0.4, -0.2, 0.0, 0.2, 0.4)}) == 5
