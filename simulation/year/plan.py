"""The plan of a year: what comes in on which day, what becomes of it, and when it is answered.

The same seed gives the same plan, whatever the machine.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from simulation.year.figures import (
    FORMS,
    KINDS,
    RATED,
    REPLIES_ON_WEEKDAYS,
    REVIEW_ENDS,
    REVIEWS,
    SATISFACTION,
    apportion,
    arrivals,
    draw_reply_days,
)
from simulation.year.paths import (
    BY_NAME,
    COMPLAINT,
    ENDED_AT_INTAKE,
    PLAIN,
    QUESTION,
    REPEATS,
    how_many,
)
from simulation.year.people import Invented, dice, invent
from simulation.year.repeats import find_earlier
from simulation.year.texts import invent_claims, invent_text

COMPANIONS = 9  # at most so many are listed of a group
CLAIMS = {1: 90.0, 2: 8.0, 3: 2.0}  # ours
OUTCOMES = {"support": 55.0, "explain": 25.0, "reject": 20.0}  # ours
CATEGORIES = {
    "complaint": ("claim", "claim", "appeal"),
    "question": ("claim",),
    "suggestion": ("proposal", "opinion"),
    "report": ("report", "accusation"),
}


@dataclass
class PetitionPlan:
    """One petition: who, when, what, which way, and `days` from message to reply.

    `unit` is the short id of the department it is for. `earlier` is the index of the petition it
    repeats. `answered_on` is when who handles it finishes. `dice` decides all smaller things.
    """

    index: int
    day: date
    kind: str
    form: str
    days: float
    path: str = PLAIN
    unit: str = ""
    category: str = "claim"
    person: Invented = field(default_factory=lambda: invent(0, dice("")))
    companions: list[Invented] = field(default_factory=list)
    people: int = 1
    subject: str = ""
    text: str = ""
    claims: list[str] = field(default_factory=list)
    outcome: str = "support"
    rating: str | None = None
    accepts_electronic: bool = False
    sends_interim: bool = False
    earlier: int | None = None
    answered_on: date = date.min
    seed: str = ""

    def dice(self, about: str) -> Random:
        """Chance for one question about this petition: the same every time it is asked."""
        return dice(f"{self.seed}:{self.index}:{about}")

    @property
    def review(self) -> str | None:
        """What becomes of the request for review, if the petitioner makes one: of REVIEW_ENDS."""
        if self.dice("review").random() >= REVIEWS:
            return None
        return apportion(REVIEW_ENDS, 1, self.dice("review end"))[0]

    @property
    def claims_count(self) -> int:
        """How many matters it becomes."""
        return max(1, len(self.claims))


def plan_year(year: int, count: int, seed: int, units: list[str]) -> list[PetitionPlan]:
    """So many petitions of that year, in the order they come in; `units` are those concerned."""
    random = dice(f"{year}:{count}:{seed}")
    first = date(year, 1, 1)
    days = [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]
    numbers = arrivals([day.weekday() >= 5 for day in days], count, random)
    dates = [day for day, number in zip(days, numbers, strict=True) for _ in range(number)]
    plans = [
        PetitionPlan(index, day, kind, form, reply, seed=f"{year}:{seed}")
        for index, (day, kind, form, reply) in enumerate(
            zip(
                dates,
                apportion(KINDS, count, random),
                apportion(FORMS, count, random),
                draw_reply_days(count, random),
                strict=True,
            )
        )
    ]
    _choose_paths(plans, random)
    serial = 0
    for plan in plans:
        serial = _fill(plan, plans, serial, units)
    return plans


def _choose_paths(plans: list[PetitionPlan], random: Random) -> None:
    """Give each special way to petitions that fit it; what fits none stays plain."""
    for plan in plans:
        is_simple = plan.kind == QUESTION and plan.days <= BY_NAME["simple"].days[1]
        plan.path = "simple" if is_simple else PLAIN
        plan.answered_on = _answered_on(plan)
    wanted = [name for name, number in how_many(len(plans)).items() for _ in range(number)]
    random.shuffle(wanted)
    wanted.sort(key=lambda name: name in REPEATS)  # they look for others that are chosen by then
    free = [plan for plan in plans if plan.kind == COMPLAINT]
    random.shuffle(free)
    for name in wanted:
        chosen = next((plan for plan in free if _fits(plan, name, plans)), None)
        if chosen is None:
            continue
        # What another petition repeats stays as it is.
        free = [plan for plan in free if plan.index not in (chosen.index, chosen.earlier)]
        chosen.path = name
        chosen.form = BY_NAME[name].form or chosen.form
        if name in ENDED_AT_INTAKE:
            chosen.answered_on = chosen.day + timedelta(2)


def _fits(plan: PetitionPlan, name: str, plans: list[PetitionPlan]) -> bool:
    least, most = BY_NAME[name].days
    if not least <= plan.days <= most:
        return False
    if name in REPEATS:
        plan.earlier = find_earlier(plan, name, plans)
        return plan.earlier is not None
    return True


def _answered_on(plan: PetitionPlan) -> date:
    """The day of the reply: most are not given at a week-end."""
    day = plan.day + timedelta(round(plan.days))
    works = plan.dice("week-end").random() > REPLIES_ON_WEEKDAYS
    return day if works or day.weekday() < 5 else day + timedelta(7 - day.weekday())


def _fill(plan: PetitionPlan, plans: list[PetitionPlan], serial: int, units: list[str]) -> int:
    """Who brings it and what it says; the next free serial of invented people."""
    chance = plan.dice("who")
    plan.unit = chance.choice(units)
    plan.category = chance.choice(CATEGORIES[plan.kind])
    plan.outcome = apportion(OUTCOMES, 1, chance)[0]
    plan.accepts_electronic = chance.random() < (0.5 if plan.form == "online" else 0.15)
    plan.sends_interim = chance.random() < 0.06 and plan.days > 15
    if chance.random() < RATED:
        plan.rating = apportion(SATISFACTION, 1, chance)[0]
    plan.person = invent(serial, chance)
    plan.subject, plan.text = invent_text(plan.kind, plan.index, chance)
    if plan.path in ("group_visit", "group_letter"):
        plan.people = chance.randint(6, 40)
        listed = min(plan.people - 1, COMPANIONS)
        plan.companions = [invent(serial + 1 + n, chance) for n in range(listed)]
    if plan.earlier is not None:
        _repeat(plan, plans[plan.earlier])
    else:
        number = apportion(CLAIMS, 1, chance)[0]
        if plan.path in ("part_is_sealed", "several_units"):
            number = max(2, number)
        plan.claims = invent_claims(plan.kind, plan.subject, number, chance)
    return serial + 1 + len(plan.companions)


def _repeat(plan: PetitionPlan, earlier: PetitionPlan) -> None:
    """The same matter again, in nearly the same words, by the same person or by another."""
    plan.unit, plan.category = earlier.unit, earlier.category
    plan.subject = earlier.subject
    plan.text = f"{earlier.text}再次反映。"
    if plan.path != "same_matter_of_another":
        plan.person = earlier.person
