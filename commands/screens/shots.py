"""Which pages are shown, to whom, and how: taken with a headless Chromium."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from commands.screens.petitions import PETITIONS
from modeling.picture import find_browser
from settings import DEMO_PASSWORD, ROOT
from simulation.answers import FACTS, LEGAL_BASIS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCREENS = ROOT / "docs" / "images" / "screens"
CASE = PETITIONS[0].subject
DESK, TELEPHONE = (1200, 700), (360, 740)
# The bar that moves time is there in demo mode only; a caret would blink.
NOT_SHOWN = ".demo-clock { display: none !important } * { caret-color: transparent !important }"


@dataclass(frozen=True)
class Shot:
    """A page as somebody sees it. `path` may name a petition: {number}."""

    name: str
    user: str
    path: str
    size: tuple[int, int] = DESK
    then: "Callable[[Page], None]" = lambda page: None


def _opens_the_answer(page: "Page") -> None:
    page.get_by_role("link", name=CASE).first.click()
    if page.get_by_role("button", name="领取任务").count():
        page.get_by_role("button", name="领取任务").click()
    form = page.locator("#form")
    form.get_by_role("radio", name="支持", exact=True).check()
    form.get_by_label("事实和理由").fill(FACTS)
    form.get_by_label("法律法规依据").fill(LEGAL_BASIS)
    page.locator("#draft-state").filter(has_text="草稿已保存").wait_for()
    page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")


def _opens_parts(page: "Page") -> None:
    page.locator("#documents > details > summary").click()
    page.wait_for_load_state("networkidle")
    page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")


SHOTS = (
    Shot("inbox", "handler_zj", "/?scope=free"),
    Shot("case", "unit_leader_zj", "/petitions/{number}", (1200, 1000), _opens_parts),
    Shot("form", "handler_zj", "/?scope=all", (1200, 800), _opens_the_answer),
    Shot("window", "clerk", "/window", (1200, 1000)),
    Shot("inbox_telephone", "handler_zj", "/?scope=free", TELEPHONE),
    Shot("case_telephone", "unit_leader_zj", "/petitions/{number}", TELEPHONE),
)


def take(url: str, numbers: dict[str, str], on_taken: Callable[[Path], object]) -> None:
    """Take all of them to docs/images/screens. Raises BrowserMissing."""
    from playwright.sync_api import sync_playwright  # late: development only

    SCREENS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--lang=zh-CN"]
        )
        try:
            for shot in SHOTS:
                on_taken(_taken(browser, url, shot, numbers[CASE]))
        finally:
            browser.close()


def _taken(browser: "Browser", url: str, shot: Shot, number: str) -> Path:
    width, height = shot.size
    context = browser.new_context(
        base_url=url, locale="zh-CN", viewport={"width": width, "height": height}
    )
    page = context.new_page()
    page.goto("/sign-in")
    page.get_by_label("用户名").fill(shot.user)
    page.get_by_label("密码").fill(DEMO_PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.locator("#bell").wait_for()
    page.goto(shot.path.format(number=number))
    shot.then(page)
    page.add_style_tag(content=NOT_SHOWN)
    page.wait_for_load_state("networkidle")
    target = SCREENS / f"{shot.name}.png"
    page.screenshot(path=target)
    context.close()
    return target
