"""A wide diagram is folded where only flows cross; a narrow one stays one row."""

from pathlib import Path

from commands.docs_pictures import PADDING, ROW_PADDING, Box, fold, rows_of

WIDE = [Box(x, 100, x + 100, 180) for x in range(0, 2000, 160)]


def test_a_wide_diagram_gets_two_rows_of_nearly_the_same_width() -> None:
    first, second = rows_of(WIDE, [])
    assert first.right == second.left
    assert abs((first.right - first.left) - (second.right - second.left)) < 200


def test_a_row_ends_between_shapes() -> None:
    first, _ = rows_of(WIDE, [])
    assert all(not box.left - PADDING < first.right < box.right + PADDING for box in WIDE)


def test_a_narrow_diagram_stays_one_row() -> None:
    (row,) = rows_of(WIDE[:5], [])
    assert (row.left, row.right) == (-PADDING, 740 + PADDING)


def test_a_shape_that_spans_everything_is_never_cut() -> None:
    (row,) = rows_of([*WIDE, Box(0, 0, 2020, 400)], [])
    assert row.right - row.left > 2000


def test_each_row_is_as_high_as_its_shapes() -> None:
    deep = [*WIDE, Box(1760, 300, 1800, 340)]
    first, second = rows_of(deep, [])
    assert first.bottom == 180 + ROW_PADDING
    assert second.bottom == 340 + ROW_PADDING


def test_a_flow_that_passes_through_a_row_is_not_cut_off() -> None:
    """One that leads back from the last shape to the first runs above both rows."""
    rows = rows_of(WIDE, [Box(50, 20, 1900, 20)])
    assert [row.top for row in rows] == [20 - ROW_PADDING, 20 - ROW_PADDING]


def test_few_gaps_make_few_rows() -> None:
    """Two ideal places that lead to the same gap are one cut."""
    wide = [Box(0, 0, 1700, 80), Box(1750, 0, 3300, 80)]
    assert [row.left for row in rows_of(wide, [])] == [-PADDING, 1725]


def test_a_fold_that_leaves_one_row_nearly_as_wide_is_not_made() -> None:
    (row,) = rows_of([Box(0, 0, 60, 80), Box(160, 0, 1700, 80)], [])
    assert (row.left, row.right) == (-PADDING, 1700 + PADDING)


def test_a_picture_of_one_row_is_left_as_drawn(tmp_path: Path) -> None:
    diagram = tmp_path / "a.bpmn"
    diagram.write_text(
        '<a xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">'
        '<dc:Bounds x="0" y="0" width="100" height="80"/></a>'
    )
    picture = tmp_path / "a.png"
    picture.write_bytes(b"as drawn")
    fold(diagram, picture)
    assert picture.read_bytes() == b"as drawn"
