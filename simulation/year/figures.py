"""Published figures on citizens' messages, and how a year of any size is drawn after them.

Measured on public data of message boards and a hotline (arrivals and answer times of one city's
board, channels and orders of one hotline, ratings of another board). Where nothing is published the
share is ours, and its comment says so.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from random import Random
from typing import TypeVar

Choice = TypeVar("Choice")

# Days from message to reply, 2,816 cases: share of cases, days.
REPLY_DAYS: tuple[tuple[float, float], ...] = (
    (0.0, 0.2),
    (0.05, 1.0),
    (0.25, 4.8),
    (0.5, 11.2),
    (0.75, 22.3),
    (0.95, 67.4),
    (0.99, 167.0),
    (1.0, 1160.0),
)
# Arrivals a day: half of the days have at most 11, none more than 32.
MEDIAN_A_DAY, MOST_A_DAY = 11, 32
ON_WEEKDAYS = 0.83
REPLIES_ON_WEEKDAYS = 0.96
KINDS = {"complaint": 77.0, "question": 14.0, "suggestion": 8.0, "report": 1.0}
# Of 1,464 orders 934 came in writing over the network, 530 by telephone; how many letters, faxes
# and visits there are besides is not published: ours.
FORMS = {"online": 50.0, "phone": 28.0, "visit": 12.0, "letter": 8.0, "fax": 2.0}
STARS = {1: 707, 2: 236, 3: 210, 4: 171, 5: 5844}
SATISFACTION = {
    "dissatisfied": float(STARS[1] + STARS[2]),
    "fairly_satisfied": float(STARS[3] + STARS[4]),
    "satisfied": float(STARS[5]),
}
RATED = 0.6  # how many of those who are asked give a rating: ours

# A city's office had 31 requests for review in a quarter of a year with 2,000 petitions: 13 were
# refused, 16 opinions set aside, 2 were pending; how those end is ours. Here it is the share of
# petitions drawn: of 136 drawn in a year of 2,000 only 96 had an opinion that can be reviewed.
REVIEWABLE = 96 / 136
REVIEWS = 4 * 31 / 2000 / REVIEWABLE
REVIEW_ENDS = {"refused": 13.0, "set_aside": 16.0, "upheld": 1.0, "withdrawn": 1.0}


def reply_days(share: float) -> float:
    """Days from message to reply of the case that this share of all cases is quicker than."""
    for (low, fewer), (high, more) in pairwise(REPLY_DAYS):
        if share <= high:
            part = (share - low) / (high - low)
            return math.exp(math.log(fewer) + part * (math.log(more) - math.log(fewer)))
    return REPLY_DAYS[-1][1]


def draw_reply_days(count: int, random: Random) -> list[float]:
    """So many answer times, in any order, one from each equal slice: their quantiles are right."""
    days = [reply_days((place + random.random()) / count) for place in range(count)]
    random.shuffle(days)
    return days


def apportion(weights: Mapping[Choice, float], count: int, random: Random) -> list[Choice]:
    """So many choices in proportion to their weights, in any order; what is over goes by chance."""
    total = sum(weights.values())
    exact = {one: count * weight / total for one, weight in weights.items()}
    chosen = [one for one, share in exact.items() for _ in range(int(share))]
    rest = {one: share - int(share) for one, share in exact.items() if share % 1}
    while len(chosen) < count:
        one = random.choices(list(rest), list(rest.values()))[0]
        chosen.append(one)
    random.shuffle(chosen)
    return chosen


def arrivals(weekend: Sequence[bool], count: int, random: Random) -> list[int]:
    """How many arrive on each day; `weekend` says of each day whether it is one.

    No day has more than the published most, in proportion to the size of the year.
    """
    free = sum(weekend)
    weights = [(1 - ON_WEEKDAYS) / free if one else ON_WEEKDAYS / (len(weekend) - free)
               for one in weekend]  # fmt: skip
    most = max(1, math.ceil(MOST_A_DAY / MEDIAN_A_DAY * count / len(weekend)))
    found = [0] * len(weekend)
    for _ in range(count):
        day = random.choices(range(len(weekend)), weights)[0]
        found[day] += 1
        if found[day] >= most:
            weights[day] = 0.0
    return found
