"""A holiday notice in the State Council's own wording, read paragraph by paragraph.

一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from law.calendar import ONE_DAY
from law.errors import (
    NoticeCountWrong,
    NoticeDateImpossible,
    NoticeNotReadable,
    NoticeWeekdayWrong,
    NoticeYearMissing,
)
from law.holiday_notice_rows import LONGEST_NAME, NoticeRow

# The text is normalised first: full-width brackets, colons, commas and digits become plain ones.
YEAR = re.compile(r"(\d{4})年(?!\d)[^。\n]*(?:节假日|放假)")
NUMBER = re.compile(r"国办发(?:明电)?[〔\[](\d{4})[〕\]](\d+)号")
PARAGRAPH = re.compile(r"\s*(?:[一二三四五六七八九十]+|\d{1,2})[、.]\s*([^:\d]+):(.*)")
CLAUSE_END = re.compile(r"[。;,](?![^()]*\))")
DAY = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?")
WEEKDAY = re.compile(r"(?:周|星期)([一二三四五六日天])")
WEEKDAYS = {sign: number for number, sign in enumerate("一二三四五六日")} | {"天": 6}
UNTIL = re.compile(r"\s*[至到~—–-]+\s*")
COUNT = re.compile(r"(?:共|放假)(\d{1,2})天")
OFF, WORKED = "放假", "上班"
RUN_ON = "连休"  # 与周末连休: the weekend is counted, and not listed
NEW_YEAR = "元旦"


@dataclass
class _Paragraph:
    """One holiday: its name, what is said of it, and the line where that begins."""

    name: str
    text: str
    line: int
    rows: list[NoticeRow] = field(default_factory=list)

    @property
    def where(self) -> str:
        return f"line {self.line}"


def read_text(text: str) -> tuple[int, str, list[NoticeRow]]:
    """Year, number and rows of a notice.

    Raises:
        NoticeYearMissing, NoticeNotReadable, NoticeDateImpossible, NoticeWeekdayWrong,
        NoticeCountWrong: with the line of the paragraph.
    """
    plain = unicodedata.normalize("NFKC", text)
    year = YEAR.search(plain)
    if year is None:
        raise NoticeYearMissing
    number = NUMBER.search(plain)
    rows = []
    for paragraph in _paragraphs(plain):
        _read_paragraph(paragraph, int(year[1]))
        rows += paragraph.rows
    return int(year[1]), number[0] if number else "", rows


def _paragraphs(text: str) -> list[_Paragraph]:
    """The numbered paragraphs; a line break inside one does not end it."""
    found: list[_Paragraph] = []
    for number, line in enumerate(text.splitlines(), start=1):
        match = PARAGRAPH.match(line)
        if match:
            found.append(_Paragraph(match[1].strip().replace("和", "、"), match[2], number))
        elif found and not found[-1].text.rstrip().endswith("。"):
            found[-1].text += line.strip()
        elif DAY.search(line) and (OFF in line or WORKED in line):
            raise NoticeNotReadable(f"line {number}")
    return found


def _read_paragraph(paragraph: _Paragraph, year: int) -> None:
    if len(paragraph.name) > LONGEST_NAME:
        raise NoticeNotReadable(paragraph.where)
    waiting: list[date] = []
    off: list[date] = []
    for clause in CLAUSE_END.split(paragraph.text):
        waiting += _days(clause, paragraph, year, waiting)
        if waiting and (OFF in clause or WORKED in clause):
            is_off = OFF in clause
            paragraph.rows += [
                NoticeRow(day, paragraph.name, is_off, paragraph.where) for day in waiting
            ]
            off = waiting if is_off else off
            waiting = []
        count = COUNT.search(clause)
        if count and RUN_ON not in paragraph.text and int(count[1]) != len(off):
            raise NoticeCountWrong(f"{paragraph.where}: {len(off)}, {count[1]}")
    if waiting or not paragraph.rows:
        raise NoticeNotReadable(paragraph.where)


def _days(clause: str, paragraph: _Paragraph, year: int, before: list[date]) -> Iterator[date]:
    """Every day of a clause; a missing month is that of the day before it."""
    last = before[-1] if before else None
    end_of_last = 0
    for match in DAY.finditer(clause):
        is_end = last is not None and UNTIL.fullmatch(clause[end_of_last : match.start()])
        day = _date(match, paragraph, year, last, follows=bool(is_end))
        if is_end and last is not None:
            if day <= last:
                raise NoticeDateImpossible(f"{paragraph.where}: {match[0]}")
            while last < day:
                last += ONE_DAY
                yield last
        else:
            yield day
        last, end_of_last = day, match.end()


def _date(
    match: "re.Match[str]",
    paragraph: _Paragraph,
    year: int,
    last: date | None,
    *,
    follows: bool,
) -> date:
    if match[2] is None and last is None:
        raise NoticeNotReadable(f"{paragraph.where}: {match[0]}")
    month = int(match[2]) if match[2] else (last or date.min).month
    if match[1]:
        year = int(match[1])
    elif follows and last is not None:
        year = last.year + (month < last.month)
    elif month == 12 and NEW_YEAR in paragraph.name:
        year -= 1  # the New Year break begins in the December before
    try:
        day = date(year, month, int(match[3]))
    except ValueError:
        raise NoticeDateImpossible(f"{paragraph.where}: {match[0]}") from None
    named = WEEKDAY.search(match[4] or "")
    if named and WEEKDAYS[named[1]] != day.weekday():
        raise NoticeWeekdayWrong(f"{paragraph.where}: {match[0]} = {day.isoformat()}")
    return day
