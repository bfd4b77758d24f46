"""What a person at the office does with a browser: looks through the inbox, fills in, hands in."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.test_casework import choose

SOON = 180.0  # tests beside these may keep the machine busy; the engine then takes a while
MILLIS = SOON * 1000
LOOK_AGAIN_SECONDS = 1.0


@dataclass
class Desk:
    """One signed-in person's browser."""

    page: Page

    def looks_for(self, words: str, scope: str = "free") -> Locator:
        """The rows of the inbox with these words, once there is one: tasks come from the engine."""
        rows = self.page.locator("table.inbox tbody tr:not(.more)").filter(has_text=words)
        end = time.monotonic() + SOON
        while True:
            self.page.goto(f"/?scope={scope}&sort=-created")
            self.page.get_by_role("searchbox").fill(words)
            self.page.get_by_role("searchbox").press("Enter")
            expect(self.page.get_by_role("link", name="清除筛选")).to_be_visible()
            if rows.count():
                return rows
            assert time.monotonic() < end, f"no task with {words}"
            time.sleep(LOOK_AGAIN_SECONDS)

    def takes(self, words: str) -> None:
        """Claim the task with these words and open it; its form is shown."""
        self.looks_for(words).first.get_by_role("link", name=words).click()
        self.page.get_by_role("button", name="领取任务").click()
        self.is_ready()

    def is_ready(self) -> None:
        """The form can be handed in."""
        expect(self.page.locator("#submit")).to_be_enabled()

    def chooses(self, **options: str) -> None:
        """Choose from the lists of the form, by their labels."""
        for label, option in options.items():
            choose(self.page, label, option)

    def ticks(self, label: str) -> None:
        """Choose one of several answers."""
        self.page.locator("#form").get_by_role("radio", name=label, exact=True).check()

    def writes(self, texts: Mapping[str, str]) -> None:
        """Fill in text fields, by their labels."""
        for label, text in texts.items():
            self.field(label).fill(text)

    def field(self, label: str) -> Locator:
        """A field of the form; those that must be filled in are marked by a star."""
        return self.page.locator("#form").get_by_label(re.compile(rf"^\s*{label}\s*\*?\s*$"))

    def hands_in(self) -> None:
        """Submit the form; it is taken."""
        self.page.locator("#submit").click()
        expect(self.page.get_by_text("已提交。")).to_be_visible()

    def opens_case(self, number: str) -> None:
        """The page of a case; it follows the case by itself."""
        self.page.goto(f"/petitions/{number}")

    def opens_part(self, part: str) -> Locator:
        """A part of the case page, opened."""
        self.page.locator(f"#{part} > details > summary").click()
        return self.page.locator(f"#{part}")
