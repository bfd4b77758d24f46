"""Pictures of the pages: each is there, small, and shown on a page of docs/."""

import pytest

from commands.screens.shots import SCREENS, SHOTS
from tests.docs.pages import PAGES

MOST_BYTES = 150 * 1024
SHOWN = "".join(page.read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("name", [shot.name for shot in SHOTS])
def test_a_picture_is_there_small_and_shown(name: str) -> None:
    picture = SCREENS / f"{name}.png"
    assert picture.is_file(), "run ./xinfang docs screens"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < MOST_BYTES
    assert f"images/screens/{name}.png" in SHOWN


def test_no_picture_is_left_of_a_page_that_is_not_taken_any_more() -> None:
    assert {path.stem for path in SCREENS.glob("*.png")} == {shot.name for shot in SHOTS}
