"""Reading a holiday notice - whole, checked, or refused with the line that is wrong."""

import json
from datetime import date

import pytest

from law.calendar import CalendarDay, DayKind
from law.errors import (
    CalendarDayTwice,
    DayKindUnfit,
    LawError,
    NationalDayMissing,
    NoticeCountWrong,
    NoticeDateImpossible,
    NoticeDayOutside,
    NoticeNotReadable,
    NoticeWeekdayWrong,
    NoticeYearMissing,
)
from law.holiday_notice import HolidayNotice, read_notice
from tests.law import dates as d
from tests.law.dates import CALENDAR
from tests.law.notices import CSV_2027, NOTICE_2027

TITLE = "关于2027年部分节假日安排的通知\n"
NATIONAL_DAY = "七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。\n"


def kinds(notice: HolidayNotice) -> dict[str, DayKind]:
    return {day.date.isoformat(): day.kind for day in notice.days}


class TestText:
    """The wording of the State Council's notices."""

    def test_year_number_and_days_are_read(self) -> None:
        notice = read_notice(NOTICE_2027)
        assert (notice.years, notice.number) == ((2027,), "国办发明电〔2026〕99号")
        assert len(notice.days) == 3 + 1 + 7 + 2 + 1 + 5 + 1 + 1 + 1 + 7 + 2

    @pytest.mark.parametrize(
        ("on", "kind"),
        [
            ("2026-12-31", DayKind.shifted_rest),
            ("2027-01-01", DayKind.statutory_holiday),
            ("2027-01-02", DayKind.rest_day),
            ("2027-01-03", DayKind.makeup_workday),
            ("2027-02-06", DayKind.statutory_holiday),
            ("2027-02-11", DayKind.shifted_rest),
            ("2027-02-20", DayKind.makeup_workday),
            ("2027-04-05", DayKind.statutory_holiday),
            ("2027-05-08", DayKind.makeup_workday),
            ("2027-06-09", DayKind.statutory_holiday),
            ("2027-10-07", DayKind.shifted_rest),
        ],
    )
    def test_every_day_has_its_kind(self, on: str, kind: DayKind) -> None:
        assert kinds(read_notice(NOTICE_2027))[on] is kind

    def test_days_are_announced_and_say_who_says_so(self) -> None:
        first = read_notice(NOTICE_2027).days[0]
        assert first == CalendarDay(
            d.THU_31_DEC_2026, DayKind.shifted_rest, "元旦", "holiday_notice"
        )

    def test_a_december_date_without_a_year_is_of_the_december_before(self) -> None:
        new_year = "一、元旦：12月31日（周四）至1月2日（周六）放假调休，共3天。\n"
        assert "2026-12-31" in kinds(read_notice(TITLE + new_year + NATIONAL_DAY))

    def test_two_holidays_in_one_break_are_named_both(self) -> None:
        both = "六、国庆节和中秋节：10月1日至7日放假，共7天。"
        names = {day.name for day in read_notice(TITLE + both).days}
        assert names == {"国庆节、中秋节"}

    def test_a_notice_without_a_number_is_read(self) -> None:
        assert read_notice(TITLE + NATIONAL_DAY).number == ""

    @pytest.mark.parametrize(
        ("wrong", "error", "where"),
        [
            ("一、元旦：1月1日（周四）放假。", NoticeWeekdayWrong, "line 2"),
            ("一、春节：2月30日放假。", NoticeDateImpossible, "line 2"),
            ("一、春节：2月9日至6日放假。", NoticeDateImpossible, "line 2"),
            ("一、春节：2月6日至9日放假，共5天。", NoticeCountWrong, "line 2: 4, 5"),
            ("一、春节：2月6日至9日。", NoticeNotReadable, "line 2"),
            ("一、春节：6日至9日放假。", NoticeNotReadable, "line 2"),
            ("一、春节：以后再说。", NoticeNotReadable, "line 2"),
            (f"一、{'春' * 61}：2月6日放假。", NoticeNotReadable, "line 2"),
            ("前言。\n2月6日放假。", NoticeNotReadable, "line 3"),
            ("一、春节：2028年2月6日放假。", NoticeDayOutside, "2028-02-06"),
            ("一、春节：12月31日放假。\n二、元旦：2026年11月1日上班。", NoticeDayOutside, "line 3"),
            ("一、春节：2月8日上班。", DayKindUnfit, "line 2: 2027-02-08"),
            ("一、春节：2月6日放假。\n二、除夕：2月6日放假。", CalendarDayTwice, "line 3"),
        ],
    )
    def test_what_is_wrong_is_named_with_its_line(
        self, wrong: str, error: type[LawError], where: str
    ) -> None:
        with pytest.raises(error, match=where):
            read_notice(f"{TITLE}{wrong}\n{NATIONAL_DAY}")

    def test_a_line_with_a_date_before_the_first_holiday_is_not_passed_over(self) -> None:
        with pytest.raises(NoticeNotReadable, match="line 2"):
            read_notice(f"{TITLE}1月4日（周一）上班\n{NATIONAL_DAY}")

    def test_a_notice_must_say_its_year(self) -> None:
        with pytest.raises(NoticeYearMissing):
            read_notice("一、国庆节：2027年10月1日放假。")

    def test_a_notice_without_1_october_is_not_whole(self) -> None:
        with pytest.raises(NationalDayMissing, match="2027"):
            read_notice(TITLE + "一、元旦：1月1日放假。")


class TestRows:
    """JSON and CSV."""

    def test_csv_is_read(self) -> None:
        notice = read_notice("\ufeff" + CSV_2027)
        assert (notice.years, notice.number) == ((2027,), "")
        assert kinds(notice)["2027-10-04"] is DayKind.statutory_holiday
        assert kinds(notice)["2027-10-07"] is DayKind.shifted_rest

    def test_csv_may_name_the_kind_itself(self) -> None:
        notice = read_notice("date,name,kind\n2027-10-01,国庆节,statutory_holiday\n")
        assert kinds(notice) == {"2027-10-01": DayKind.statutory_holiday}

    def test_json_may_hold_several_years(self) -> None:
        days = [("2027-10-01", True), ("2027-12-31", True), ("2028-01-02", False)]
        days += [("2028-10-01", True), ("2026-12-31", True)]
        text = json.dumps([{"date": on, "name": "节日", "is_off_day": off} for on, off in days])
        notice = read_notice(text)
        assert notice.years == (2027, 2028)
        assert [day.date.isoformat() for day in notice.days_of(2027)] == [
            "2026-12-31",
            "2027-10-01",
            "2027-12-31",
        ]
        assert [day.date.year for day in notice.days_of(2028)] == [2028, 2028]

    @pytest.mark.parametrize(
        ("text", "error", "where"),
        [
            ("[1,\n2", NoticeNotReadable, "line 2"),
            ("[]", NoticeNotReadable, "entry 1"),
            ("{}", NoticeNotReadable, "entry 1"),
            ("[" * 100_000, NoticeNotReadable, "line 1"),
            ("[1]", NoticeNotReadable, "entry 1"),
            ('[{"date": "2027-10-01", "name": "国庆节"}]', NoticeNotReadable, "entry 1"),
            ('[{"date": "2027-10-01", "is_off_day": true}]', NoticeNotReadable, "entry 1"),
            (
                '[{"date": "2027-10-32", "name": "国庆节", "is_off_day": true}]',
                NoticeDateImpossible,
                "entry 1",
            ),
            ("date,name\n2027-10-01,国庆节", NoticeNotReadable, "line 1"),
            ("date,is_off_day\n2027-10-01,true", NoticeNotReadable, "line 1"),
            ("date,name,is_off_day\n2027-10-01,国庆节,maybe", NoticeNotReadable, "line 2"),
            ("date,name,is_off_day\n2027-10-01", NoticeNotReadable, "line 2"),
            ("date,name,is_off_day\n1 October,国庆节,true", NoticeDateImpossible, "line 2"),
            ("date,name,is_off_day\n2027-10-01,,true", NoticeNotReadable, "line 2"),
            ("date,name,kind\n2027-10-01,国庆节,party", NoticeNotReadable, "line 2"),
            ("date,name,kind\n2027-10-01,国庆节,rest_day", DayKindUnfit, "line 2"),
            ("date,name,is_off_day\n2027-10-02,国庆节,true", NationalDayMissing, "1 October"),
            ("date,name,is_off_day\n2027-10-01,国庆节,false", NationalDayMissing, "1 October"),
            (CSV_2027 + "2025-12-31,元旦,true", NoticeDayOutside, "line 10"),
            (CSV_2027 + "2027-10-01,国庆节,true", CalendarDayTwice, "line 10"),
        ],
    )
    def test_what_is_wrong_is_named_with_its_place(
        self, text: str, error: type[LawError], where: str
    ) -> None:
        with pytest.raises(error, match=where):
            read_notice(text)


class TestApplying:
    """A notice replaces the provisional year, and nothing else."""

    def test_the_year_is_announced_and_the_day_before_it_changed(self) -> None:
        notice = read_notice(NOTICE_2027)
        calendar = notice.applied_to(CALENDAR, version="with 2027")
        assert calendar.announced_years - CALENDAR.announced_years == {2027}
        assert calendar.is_rest_day(d.THU_31_DEC_2026)
        assert calendar.is_workday(date(2027, 1, 3))
        assert calendar.version == "with 2027"

    def test_loading_it_again_changes_nothing(self) -> None:
        notice = read_notice(NOTICE_2027)
        calendar = notice.applied_to(CALENDAR, version="once")
        assert calendar.changes_to(notice.applied_to(calendar, version="twice")) == []

    def test_the_year_before_keeps_its_new_year_days_when_it_is_loaded_later(self) -> None:
        calendar = read_notice(NOTICE_2027).applied_to(CALENDAR, version="2027 first")
        announced = [day for day in CALENDAR.days if day.date.year == 2026]
        again = calendar.with_year(2026, announced, version="2026 again")
        assert again.is_rest_day(d.THU_31_DEC_2026)

    def test_the_changes_name_each_day_before_and_after(self) -> None:
        calendar = read_notice(NOTICE_2027).applied_to(CALENDAR, version="with 2027")
        changes = {before.date: (before, after) for before, after in CALENDAR.changes_to(calendar)}
        before, after = changes[d.THU_31_DEC_2026]
        assert (before.kind, after.kind) == (DayKind.workday, DayKind.shifted_rest)
        assert (before.provisional, after.provisional) == (False, False)
        provisional, sure = changes[date(2027, 10, 1)]
        assert (provisional.provisional, sure.provisional) == (True, False)
        assert not any(day.year < 2026 for day in changes)
