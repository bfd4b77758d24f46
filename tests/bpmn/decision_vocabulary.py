"""Which words each decision table may be told and may answer."""

from enum import StrEnum

from law import decision_facts as facts
from law import decision_words as words
from records.models.petition import Category, Outcome, PetitionForm

YES_NO = ("true", "false")
Words = type[StrEnum] | tuple[str, ...]

# Columns that ask for a word, by the end of their input id.
ASKED: dict[str, type[StrEnum]] = {
    "accused_body": facts.AccusedBody,
    "acting_as": facts.ActingAs,
    "adoption": facts.Adoption,
    "aid": facts.Aid,
    "arrival": facts.Arrival,
    "category": Category,
    "chosen_route": facts.RouteChoice,
    "clock_state": facts.ClockStanding,
    "dispute": facts.Dispute,
    "form": PetitionForm,
    "last_step": words.SupervisionStep,
    "litigation": facts.Litigation,
    "missing_items": facts.MissingItems,
    "official_matter": facts.OfficialMatter,
    "outcome": Outcome,
    "power": facts.Power,
    "repetition": facts.Repetition,
    "review_stage": facts.ReviewStage,
    "route": words.Route,
    "simple_ground": facts.SimpleGround,
    "successor": facts.Successor,
    "territory": facts.Territory,
    "timeliness": facts.Timeliness,
    "trigger": facts.SupervisionTrigger,
}

# Columns that compare a number, with the reason why it may stand in a table.
NUMBERS = {"level_gap": "levels above the unit with power: article 20 names its own and the next"}

# Columns that read a list; their entries are FEEL.
LISTS = {"tags"}

ANSWERED: dict[str, dict[str, Words]] = {
    "propose_category": {"category": Category},
    "propose_sealing": {
        "is_sealed": YES_NO,
        "pool": words.SealedPool,
        "tell_organisation": YES_NO,
        "tell_leaders": YES_NO,
        "exclude_accused": YES_NO,
    },
    "propose_route": {
        "route": words.Route,
        "route_step": words.RouteStep,
        "notice": words.Notice,
    },
    "propose_jurisdiction": {"mode": words.SendingMode},
    "check_admissibility": {
        "result": words.Admissibility,
        "notice": words.Notice,
        "register_only": YES_NO,
        "counts_in_kpi": YES_NO,
        "care_task": YES_NO,
    },
    "propose_procedure": {"procedure": words.Procedure},
    "propose_dispatch_mode": {
        "dispatch_mode": words.DispatchMode,
        "leader_signs": YES_NO,
        "closing_report": YES_NO,
    },
    "check_review_admissibility": {
        "review_answer": words.ReviewAnswer,
        "reason": words.ReviewReason,
        "notice": words.Notice,
    },
    "derive_outcome_duties": {"duty": words.Duty},
    "choose_supervision_step": {"step": words.SupervisionStep, "issued_by": words.Supervisor},
    "rate_deadline": {"level": words.WarningLevel},
}
