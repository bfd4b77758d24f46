"""The ways petitions go through the procedure, and how many of a year go each way.

None of these shares is published: they are ours, chosen so that every way is gone often enough to
be tried. One complaint in five is objected to by the unit that it was sent to. What a way means at
each step is in simulation.year.answers and simulation.year.acts.
"""

from dataclasses import dataclass

COMPLAINT, QUESTION, SUGGESTION, REPORT = "complaint", "question", "suggestion", "report"
FROM_MANY = 100  # from so many petitions on, each way is gone at least once


@dataclass(frozen=True)
class Path:
    """One way. `percent` of all petitions go it; `form` and `days` are what it needs.

    `days`: least and most days from message to reply.
    """

    name: str
    percent: float
    form: str | None = None
    days: tuple[float, float] = (0.0, 1e9)


PATHS: tuple[Path, ...] = (
    Path("simple", 5.0, days=(0, 16)),
    Path("simple_switched", 1.2, days=(4, 40)),
    Path("simple_switch_refused", 0.6, days=(4, 16)),
    Path("assigned", 2.5, days=(5, 1e9)),
    Path("assigned_report_returned", 1.0, days=(5, 60)),
    Path("assignment_not_signed_once", 0.5, days=(5, 60)),
    Path("lower_bureau", 3.0),
    Path("objection_agreed", 7.0, days=(5, 90)),
    Path("objection_refused", 5.0, days=(5, 90)),
    Path("dispute_agreed", 2.0, days=(8, 90)),
    Path("dispute_by_superior", 1.5, days=(8, 90)),
    Path("litigation_letter", 1.0, form="letter"),
    Path("litigation_visit", 1.0, form="visit"),
    Path("import_taken_up", 1.5, days=(3, 120)),
    Path("import_not_taken_up", 1.0, days=(6, 120)),
    Path("duty", 2.0),
    Path("choice_made", 1.5, days=(8, 120)),
    Path("choice_not_made", 0.8, days=(20, 120)),
    Path("heard", 1.0, days=(20, 1e9)),
    Path("hearing_postponed", 0.3, days=(30, 1e9)),
    Path("settled", 1.0, days=(15, 1e9)),
    Path("settled_and_confirmed", 0.3, days=(20, 1e9)),
    Path("mediation_refused", 0.3, days=(15, 1e9)),
    Path("agreement_not_performed", 0.3, days=(20, 1e9)),
    Path("extension_approved", 2.0, days=(25, 150)),
    Path("extension_refused", 0.6, days=(25, 70)),
    Path("service_failed_first", 1.5),
    Path("service_left", 1.0),
    Path("service_by_public_notice", 0.3),
    Path("withdrawn_early", 1.2, days=(5, 1e9)),
    Path("withdrawn_late", 1.5, days=(12, 120)),
    Path("not_signed_once", 1.5, days=(2, 1e9)),
    Path("not_lawful_once", 2.0, days=(2, 1e9)),
    Path("at_unit", 4.0),
    Path("at_unit_refused", 1.0),
    Path("repeats_running", 1.5),
    Path("repeats_answered", 1.2),
    Path("repeats_answered_long_ago", 0.6),
    Path("repeats_with_new_facts", 0.8, days=(2, 1e9)),
    Path("same_matter_of_another", 0.6),
    Path("level_skipped", 0.8, form="visit"),
    Path("group_visit", 1.2, form="visit"),
    Path("group_letter", 1.2, form="letter"),
    Path("anonymous", 1.5),
    Path("address_unclear", 0.5),
    Path("dispatched_late", 1.0, days=(30, 1e9)),
    Path("told_late", 1.0, days=(40, 1e9)),
    Path("part_is_sealed", 0.5),
    Path("several_units", 2.0),
    Path("category_overridden", 1.0),
)
BY_NAME = {path.name: path for path in PATHS}
PLAIN = "plain"

REPEATS = {
    "repeats_running", "repeats_answered", "repeats_answered_long_ago",
    "repeats_with_new_facts", "same_matter_of_another",
}  # fmt: skip
# They end when they are screened, without an answer to wait for.
ENDED_AT_INTAKE = {
    "repeats_running", "repeats_answered", "repeats_answered_long_ago", "level_skipped",
    "withdrawn_early",
}  # fmt: skip


def how_many(count: int) -> dict[str, int]:
    """How many of so many petitions go each way; of a small number only the commoner ways."""
    least = 1 if count >= FROM_MANY else 0
    return {path.name: max(least, round(count * path.percent / 100)) for path in PATHS}
