"""Whether a petition repeats an earlier one, and what that means for it.

Regulation 19(3): what is accepted or being handled is not taken up by a superior within the
period. 35 and 36(1): who disagrees asks for review, then re-review, each within 30 days.
36(3): after re-review the same facts and reasons are not taken up again.

Whether two petitions are about the same matter, whether facts are new and whether a delay has a
just cause is left to people; here their answers are parameters.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from law.calendar import WorkCalendar
from law.decision_facts import Repetition, ReviewStage
from law.levels import Level
from law.review_window import window_end

STILL_HANDLED = "regulation_2022:19(3)"
REVIEW = "regulation_2022:35"
REREVIEW = "regulation_2022:36(1)"
FINAL = "regulation_2022:36(3)"
# That a late request is refused, and finality without re-review, is local law or office practice.
LOCAL = "local_rule"
OFFICE = "office_setting"


class Stage(StrEnum):
    """How far an earlier matter has come."""

    in_progress = "in_progress"  # registered, forwarded, accepted or being handled
    opinion_served = "opinion_served"
    review_opinion_served = "review_opinion_served"
    rereview_opinion_served = "rereview_opinion_served"
    litigation_concluded = "litigation_concluded"  # 涉法涉诉依法终结
    found_unreasonable = "found_unreasonable"  # 不合理诉求认定
    withdrawn = "withdrawn"
    settled = "settled"  # mediation or settlement agreement performed


class RepetitionState(StrEnum):
    """What the earlier matters mean for the new petition.

    `linked`: an earlier matter is noted beside it and refuses nothing.
    """

    in_progress = "in_progress"
    rereview_open = "rereview_open"
    review_open = "review_open"
    litigation_final = "litigation_final"
    final = "final"
    unreasonable_final = "unreasonable_final"
    review_missed = "review_missed"
    new_facts = "new_facts"
    linked = "linked"
    none = "none"

    @property
    def fact(self) -> Repetition:
        """The word for it in the table `check_admissibility`.

        Both open windows guide to the next instance, and a link refuses nothing.
        """
        if self is RepetitionState.rereview_open:
            return Repetition.review_open
        return Repetition.none if self is RepetitionState.linked else Repetition(self.value)


@dataclass(frozen=True)
class EarlierMatter:
    """A matter registered before. `level` is that of the organ that has it.

    `last_day` is the end of the running period (in progress; None when none runs), `served_on` the
    day the petitioner received the latest opinion (None when not yet).
    """

    id: str
    stage: Stage
    level: Level
    same_person: bool = True
    same_matter: bool = True
    last_day: date | None = None
    served_on: date | None = None


@dataclass(frozen=True)
class Finding:
    """The answer. `basis` is an id of law.sources, empty where there is nothing to cite.

    `last_day` ends the period of the earlier matter, or the window to ask for (re-)review.
    """

    state: RepetitionState
    basis: str = ""
    earlier_id: str | None = None
    last_day: date | None = None


@dataclass(frozen=True)
class RepetitionPolicy:
    """What an office has set. Some local rules make a settlement that was performed final."""

    settled_is_final: bool = False


DEFAULT_POLICY = RepetitionPolicy()

WINDOWS: dict[Stage, tuple[ReviewStage, str, RepetitionState]] = {
    Stage.opinion_served: (ReviewStage.review, REVIEW, RepetitionState.review_open),
    Stage.review_opinion_served: (ReviewStage.rereview, REREVIEW, RepetitionState.rereview_open),
}
CLOSED: dict[Stage, tuple[RepetitionState, str]] = {
    Stage.rereview_opinion_served: (RepetitionState.final, FINAL),
    Stage.litigation_concluded: (RepetitionState.litigation_final, LOCAL),
    Stage.found_unreasonable: (RepetitionState.unreasonable_final, LOCAL),
    Stage.withdrawn: (RepetitionState.linked, OFFICE),
    Stage.settled: (RepetitionState.linked, LOCAL),
}
REOPENED = frozenset(
    {
        RepetitionState.rereview_open,
        RepetitionState.review_open,
        RepetitionState.final,
        RepetitionState.unreasonable_final,
        RepetitionState.review_missed,
    }
)


def repetition_of(
    earlier: Sequence[EarlierMatter],
    *,
    at: Level,
    today: date,
    calendar: WorkCalendar,
    new_facts: bool = False,
    just_cause: bool = False,
    policy: RepetitionPolicy = DEFAULT_POLICY,
) -> Finding:
    """What earlier matters mean for a petition raised `today` with an organ of level `at`.

    For something posted, `today` is the day of the postmark. Where several apply, the order of
    RepetitionState decides: what still runs, then an open way to review, then what is closed.
    New facts reopen what is closed and go beyond an open window; to a matter in progress they are
    added, and after litigation they belong to the courts.
    """
    found = []
    for matter in earlier:
        if not matter.same_matter:
            continue
        if not matter.same_person:
            # The regulation refuses a person's own repetition; others petition for themselves.
            found.append(Finding(RepetitionState.linked, STILL_HANDLED, matter.id))
        elif matter.stage is Stage.in_progress:
            found.append(_in_progress(matter, at, today))
        elif matter.stage in WINDOWS:
            found.append(_window(matter, today, calendar, just_cause=just_cause))
        else:
            found.append(_closed(matter, policy))
    order = list(RepetitionState)
    found.sort(key=lambda one: (order.index(one.state), -(one.last_day or date.min).toordinal()))
    first = found[0] if found else Finding(RepetitionState.none)
    if new_facts and first.state in REOPENED:
        return Finding(RepetitionState.new_facts, FINAL, first.earlier_id)
    return first


def times_raised(earlier: Sequence[EarlierMatter]) -> int:
    """How often the person has raised the matter, this time included."""
    return 1 + sum(matter.same_person and matter.same_matter for matter in earlier)


def is_first(earlier: Sequence[EarlierMatter]) -> bool:
    """初次: the person has not raised this matter before, with any organ or in any form."""
    return times_raised(earlier) == 1


def is_repeat(earlier: Sequence[EarlierMatter]) -> bool:
    """重复: the person raises the same matter for the second time or more."""
    return not is_first(earlier)


def _in_progress(matter: EarlierMatter, at: Level, today: date) -> Finding:
    """Refused within the period only, and only where the matter is or above that."""
    is_over = matter.last_day is not None and today > matter.last_day
    is_free = is_over or matter.level.is_above(at)
    state = RepetitionState.linked if is_free else RepetitionState.in_progress
    return Finding(state, STILL_HANDLED, matter.id, matter.last_day)


def _window(
    matter: EarlierMatter, today: date, calendar: WorkCalendar, *, just_cause: bool
) -> Finding:
    stage, basis, open_state = WINDOWS[matter.stage]
    if matter.served_on is None:
        return Finding(open_state, basis, matter.id)
    last_day = window_end(stage, matter.served_on, calendar)
    if just_cause or (last_day is not None and today <= last_day):
        return Finding(open_state, basis, matter.id, last_day)
    return Finding(RepetitionState.review_missed, LOCAL, matter.id, last_day)


def _closed(matter: EarlierMatter, policy: RepetitionPolicy) -> Finding:
    state, basis = CLOSED[matter.stage]
    if matter.stage is Stage.settled and policy.settled_is_final:
        state = RepetitionState.final
    return Finding(state, basis, matter.id)
