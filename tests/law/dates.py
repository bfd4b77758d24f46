"""Dates of the tests, each with its weekday in its name."""

from datetime import date

from law.calendar import WorkCalendar
from law.calendar_seed import seed_calendar

FRI_16_JAN_2004 = date(2004, 1, 16)
SUN_1_MAY_2022 = date(2022, 5, 1)
SAT_30_APR_2022 = date(2022, 4, 30)

TUE_23_SEP_2025 = date(2025, 9, 23)
FRI_26_SEP_2025 = date(2025, 9, 26)
WED_1_OCT_2025 = date(2025, 10, 1)  # National Day
SAT_4_OCT_2025 = date(2025, 10, 4)
WED_8_OCT_2025 = date(2025, 10, 8)  # shifted rest
THU_9_OCT_2025 = date(2025, 10, 9)
FRI_10_OCT_2025 = date(2025, 10, 10)
SAT_11_OCT_2025 = date(2025, 10, 11)  # make-up workday
SUN_12_OCT_2025 = date(2025, 10, 12)
MON_13_OCT_2025 = date(2025, 10, 13)
THU_18_DEC_2025 = date(2025, 12, 18)

FRI_30_JAN_2026 = date(2026, 1, 30)
SAT_31_JAN_2026 = date(2026, 1, 31)
FRI_13_FEB_2026 = date(2026, 2, 13)
SAT_14_FEB_2026 = date(2026, 2, 14)  # make-up workday
MON_16_FEB_2026 = date(2026, 2, 16)  # Spring Festival eve, day 60 from THU_18_DEC_2025
TUE_17_FEB_2026 = date(2026, 2, 17)
MON_23_FEB_2026 = date(2026, 2, 23)  # shifted rest
TUE_24_FEB_2026 = date(2026, 2, 24)
WED_25_FEB_2026 = date(2026, 2, 25)
SAT_28_FEB_2026 = date(2026, 2, 28)  # make-up workday
MON_2_MAR_2026 = date(2026, 3, 2)
THU_5_MAR_2026 = date(2026, 3, 5)
TUE_10_MAR_2026 = date(2026, 3, 10)
FRI_13_MAR_2026 = date(2026, 3, 13)
MON_16_MAR_2026 = date(2026, 3, 16)
TUE_17_MAR_2026 = date(2026, 3, 17)
WED_18_MAR_2026 = date(2026, 3, 18)
THU_19_MAR_2026 = date(2026, 3, 19)
FRI_20_MAR_2026 = date(2026, 3, 20)
MON_23_MAR_2026 = date(2026, 3, 23)
TUE_24_MAR_2026 = date(2026, 3, 24)
WED_25_MAR_2026 = date(2026, 3, 25)
WED_1_APR_2026 = date(2026, 4, 1)
THU_2_APR_2026 = date(2026, 4, 2)
SAT_4_APR_2026 = date(2026, 4, 4)
TUE_7_APR_2026 = date(2026, 4, 7)
SAT_11_APR_2026 = date(2026, 4, 11)
MON_13_APR_2026 = date(2026, 4, 13)
THU_30_APR_2026 = date(2026, 4, 30)
WED_6_MAY_2026 = date(2026, 5, 6)
FRI_18_SEP_2026 = date(2026, 9, 18)
FRI_9_OCT_2026 = date(2026, 10, 9)
MON_30_NOV_2026 = date(2026, 11, 30)
FRI_18_DEC_2026 = date(2026, 12, 18)
THU_31_DEC_2026 = date(2026, 12, 31)
MON_4_JAN_2027 = date(2027, 1, 4)

CALENDAR: WorkCalendar = seed_calendar(2003, 2029)
