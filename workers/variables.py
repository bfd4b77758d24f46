"""The process variables: ids, codes, dates and flags. Nothing about people goes to the engine."""

from typing import TypedDict


class MatterItem(TypedDict):
    matter_id: str
    category: str
    unit: str
    is_litigation: bool
    is_assigned: bool


class ClockItem(TypedDict):
    clock_id: str
    next_alert_at: str | None


class CaseVariables(TypedDict, total=False):
    """The petition and its matters."""

    petition_id: str  # id of the petition in records
    matter_id: str  # id of one of its matters
    matters: list[MatterItem]  # what handle_matters runs over
    matter: MatterItem  # in handle_matters: the one at hand
    urgent_id: str  # id of a report in records.models.urgent
    bureau: str  # unit id of where it was filed, candidate group of its tasks
    unit: str  # unit id of who has the matter now, candidate group of its tasks
    form: str  # 信访形式, code of records.models.petition.PetitionForm
    tags: list[str]  # codes the decision table reads
    category: str  # 信访目的, code of records.models.petition.Category
    outcome: str  # 处理意见, code of records.models.petition.Outcome
    adoption: str  # of a suggestion, code of law.decision_facts.Adoption
    received_by_bureau: bool  # or filed at a unit itself (article 23)
    is_direct: bool  # the matter was filed at the unit itself
    is_assigned: bool  # 交办, with a report to be made (article 22)
    is_lower_bureau: bool  # the recipient is a lower petition bureau
    is_litigation: bool  # 涉法涉诉
    is_rework: bool  # returned to be done again
    matter_result: str  # finished, imported, handed_down, objection_agreed, disputed, refused
    petition_end: str  # code of records.models.petition.PetitionEnd
    review_id: str | None  # a request for review in records, null in handling
    review_unit: str  # unit id of who reviews
    phase: str  # handling, or code of law.decision_facts.ReviewStage


class ProposalVariables(TypedDict, total=False):
    """Facts the decision tables read, and what they answer."""

    category_proposal: dict[str, str]  # in propose_category: answer of the table, by output
    proposed_category: str  # what propose_category proposes
    proposed_category_basis: str  # on what basis: an id of law.sources
    admissibility: dict[str, str | bool]  # in check_admissibility: answer of the table
    admission: str  # code of law.decision_words.Admissibility
    repetition: str  # code of law.decision_facts.Repetition
    level_gap: int  # levels above the unit with power
    is_name_clear: bool  # name and address are clear
    acting_as: str  # code of law.decision_facts.ActingAs
    arrival: str  # code of law.decision_facts.Arrival
    has_power: bool
    is_sealed: bool
    route_proposal: dict[str, str]  # in propose_route: answer of the table
    proposed_route: str  # code of law.decision_words.Route
    route_step: str  # code of law.decision_words.RouteStep
    procedure_proposal: dict[str, str]  # in propose_procedure: answer of the table
    proposed_procedure: str  # code of law.decision_words.Procedure
    litigation: str  # code of law.decision_facts.Litigation
    arbitration_open: bool
    party_appeal_open: bool
    administrative_open: bool
    duty_open: bool
    chosen_route: str  # code of law.decision_facts.RouteChoice, or empty
    is_superior_assigned: bool
    is_repeated: bool
    is_joint_letter: bool
    people: int  # 信访人数
    group_from: int  # how many are a group
    is_several_units: bool
    is_likely_rejected: bool
    simple_ground: str  # code of law.decision_facts.SimpleGround, or empty
    review_stage: str  # code of law.decision_facts.ReviewStage
    timeliness: str  # code of law.decision_facts.Timeliness, or empty
    missing_items: str  # code of law.decision_facts.MissingItems
    is_final: bool  # re-reviewed already
    has_opinion: bool  # there is an opinion to review
    has_other_route: bool
    is_right_person: bool
    is_right_level: bool
    review_proposal: dict[str, str]  # in check_review_admissibility: answer of the table
    proposed_review_answer: str  # accept, refuse, ask_to_complete, check_facts
    duties: list[dict[str, str]]  # in derive_outcome_duties: answers of the table


class AnswerVariables(TypedDict, total=False):
    """What people decided in user tasks: codes, unit ids and flags that route the case."""

    has_earlier: bool  # earlier petitions were found
    has_new_facts: bool
    is_new_facts_confirmed: bool
    is_admitted: bool
    needs_signature: bool
    is_assignment_signed: bool
    power: str  # own, subordinate, none
    route: str  # code of law.decision_words.Route
    procedure: str  # code of law.decision_words.Procedure
    is_choice_needed: bool
    is_objection_refused: bool
    is_objection_agreed: bool
    is_settled_jointly: bool
    is_lead_agreed: bool
    has_common_superior: bool
    is_switched: bool
    suits_simple: bool
    is_switch_approved: bool
    is_lawful: bool
    is_opinion_signed: bool
    is_hearing_wanted: bool
    hearing_result: str  # code of law.hearing.HearingResult
    is_hearing_held: bool
    is_mediation_wanted: bool
    is_consented: bool  # both sides agree to mediation, within the unit's discretion
    is_agreed: bool
    is_confirmation_wanted: bool  # 司法确认
    is_settled: bool  # the agreement is performed
    extension_id: str  # the request in records
    is_extension_approved: bool
    is_extended: bool
    is_taken_up: bool
    is_document_served: bool
    is_report_accepted: bool
    needs_aftercare: bool
    review_answer: str  # accept, refuse, ask_to_complete
    is_review_accepted: bool
    review_outcome: str  # code of law.review.ReviewOutcome
    is_review_signed: bool
    must_rehandle: bool  # the opinion was set aside
    is_rated: bool
    needs_execution_check: bool
    is_about_cadre: bool  # of a report: the organisation department is told
    is_major_report: bool  # the leaders are told too
    is_urgent_signed: bool
    urgent_step: str  # update or close


class ClockVariables(TypedDict, total=False):
    """Clocks in records, and when watchers wake first (ISO with offset; null: not watched)."""

    dispatch_clock_id: str
    dispatch_next_alert_at: str | None
    report_clock_id: str | None
    report_next_alert_at: str | None
    level_clock_id: str
    level_next_alert_at: str | None
    notice_clock_id: str | None
    notice_next_alert_at: str | None
    objection_clock_id: str | None
    objection_next_alert_at: str | None
    acceptance_clock_id: str | None
    acceptance_next_alert_at: str | None
    is_simple_expected: bool
    choice_clock_id: str
    choice_next_alert_at: str | None
    handling_clock_id: str
    handling_next_alert_at: str | None
    simple_clock_id: str
    simple_next_alert_at: str | None
    performance_clock_id: str
    performance_next_alert_at: str | None
    confirmation_clock_id: str | None
    confirmation_next_alert_at: str | None
    duty_clock_id: str
    duty_next_alert_at: str | None
    rating_clock_id: str | None
    rating_next_alert_at: str | None
    examination_clock_id: str  # acceptance of a request for review, D15
    examination_next_alert_at: str | None
    supplement_clock_id: str
    supplement_next_alert_at: str | None
    decision_clock_id: str  # opinion of a review, D08 or D10
    decision_next_alert_at: str | None
    request_clock_id: str | None  # period to ask for the next review, D07 or D09
    request_next_alert_at: str | None
    review_clocks: list[ClockItem]  # what watch_review_request_period runs over
    review_clock: ClockItem  # in watch_review_request_period: the one at hand
    clock_id: str  # in watch_deadline: the clock it watches, correlation key of deadline_moved
    next_alert_at: str | None  # in watch_deadline: when it wakes next; null waits for a move
    phone_due_at: str  # of an urgent report: until when by telephone
    written_due_at: str  # and in writing
    is_clock_running: bool  # in watch_deadline: whether to go on watching
    is_newly_breached: bool  # in watch_deadline: this alert is a breach


class SupervisionVariables(TypedDict, total=False):
    """A supervision and its suggestion."""

    supervision_id: str  # id of the supervision in records
    trigger: str  # code of law.decision_facts.SupervisionTrigger
    last_step: str  # code of law.decision_words.SupervisionStep: what was done last
    supervision_step: dict[str, str]  # in choose_supervision_step: answer of the table
    step: str  # code of law.decision_words.SupervisionStep: what comes next
    is_letter_signed: bool
    is_corrected: bool  # verified: put right
    feedback_clock_id: str
    feedback_next_alert_at: str | None
    adoption_clock_id: str
    adoption_next_alert_at: str | None


class Variables(
    CaseVariables,
    ProposalVariables,
    AnswerVariables,
    ClockVariables,
    SupervisionVariables,
    total=False,
):
    """Every process variable there is, one per line."""
