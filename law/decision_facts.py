"""The words in which the decision tables are asked: what Python tells them about a matter.

A table takes "" (or nothing) for a fact that is not known. The tables and who evaluates them share
these; purposes, forms and outcomes have their words in records.
"""

from enum import StrEnum


class ActingAs(StrEnum):
    """Who examines the matter: articles 22 and 23 give bureau and unit different duties."""

    bureau = "bureau"
    unit = "unit"


class Arrival(StrEnum):
    """How the matter came to the unit: from the petitioner, or forwarded or assigned."""

    direct = "direct"
    transferred = "transferred"


class Repetition(StrEnum):
    """What became of the same matter of the same petitioner earlier, as the search found it.

    `in_progress` lies within its period. `review_open` has an opinion whose period for asking a
    review or re-review runs, or was missed with good reason; `review_missed` was missed without.
    `final` went through the re-review, `litigation_final` was ended by law in a judicial procedure,
    `unreasonable_final` was found unreasonable on file. `new_facts` brings new facts or reasons.
    """

    none = "none"
    in_progress = "in_progress"
    review_open = "review_open"
    review_missed = "review_missed"
    final = "final"
    litigation_final = "litigation_final"
    unreasonable_final = "unreasonable_final"
    new_facts = "new_facts"


class Litigation(StrEnum):
    """涉法涉诉: whether a judicial procedure is open for the matter, or has ended it by law."""

    none = "none"
    open = "open"
    finished = "finished"


class OfficialMatter(StrEnum):
    """What is said of an official: a breach of discipline or law, or how a cadre does the work."""

    misconduct = "misconduct"
    cadre_work = "cadre_work"


class AccusedBody(StrEnum):
    """Where the reported person works, if it is a body that would receive the report."""

    discipline = "discipline"
    organisation = "organisation"
    bureau = "bureau"
    other = "other"


class Successor(StrEnum):
    """Who follows a unit that was split, merged or abolished (article 24)."""

    none = "none"
    clear = "clear"
    unclear = "unclear"


class Dispute(StrEnum):
    """Whether units dispute who accepts, and whether they have one superior (article 24)."""

    none = "none"
    common_superior = "common_superior"
    no_common_superior = "no_common_superior"


class Territory(StrEnum):
    """Whether the matter belongs to the territory of who examines it."""

    own = "own"
    other = "other"


class Power(StrEnum):
    """Who has the power to deal with the matter, seen from who examines it."""

    own_level = "own_level"
    lower_unit = "lower"  # a member cannot be named as a method of str
    own_unit = "own_unit"
    own_subordinate = "own_subordinate"
    elsewhere = "elsewhere"


class RouteChoice(StrEnum):
    """The route that the petitioner chose of several; `not_made` when the wait ended without."""

    litigation = "litigation"
    arbitration = "arbitration"
    party_appeal = "party_appeal"
    administrative = "administrative"
    duty = "duty"
    not_made = "not_made"


class SimpleGround(StrEnum):
    """Why a matter suits simple handling: the five cases of its rules."""

    clear_facts = "clear_facts"
    instant_answer = "instant_answer"
    daily_life = "daily_life"
    promise_made = "promise_made"
    other = "other"


class ReviewStage(StrEnum):
    """复查 or 复核."""

    review = "review"
    rereview = "rereview"


class Timeliness(StrEnum):
    """Whether a request came in time; Python reckons it from receipt, postmark and obstacle."""

    in_time = "in_time"
    posted_in_time = "posted_in_time"
    late_with_cause = "late_with_cause"
    late = "late"


class MissingItems(StrEnum):
    """Whether a request lacks something; `again` after it was asked to be completed."""

    none = "none"
    first = "first"
    again = "again"


class Adoption(StrEnum):
    """What became of a suggestion (article 29)."""

    adopted = "adopted"
    partly = "partly"
    not_adopted = "not_adopted"


class Aid(StrEnum):
    """Which aid a petitioner in need may ask for (article 37)."""

    none = "none"
    social = "social"
    judicial = "judicial"


class SupervisionTrigger(StrEnum):
    """What was found that calls for supervision; `late_dispatch` is the bureau's own."""

    late_dispatch = "late_dispatch"
    late_notice = "late_notice"
    late_answer = "late_answer"
    late_report = "late_report"
    returned_repeatedly = "returned_repeatedly"
    dissatisfied_unperformed = "dissatisfied_unperformed"
    leader_order = "leader_order"
    breaks_procedure = "breaks_procedure"
    shirks_or_deceives = "shirks_or_deceives"
    refuses_execution = "refuses_execution"
    policy_problem = "policy_problem"
    grave_consequence = "grave_consequence"


class ClockStanding(StrEnum):
    """How a clock stands when its warning level is rated."""

    running = "running"
    paused = "paused"
    met = "met"
    breached = "breached"
