"""The words in which the decision tables answer. Codes only; what people read is said elsewhere."""

from enum import StrEnum


class SealedPool(StrEnum):
    """Who may see and handle a matter (article 30); `sealed_desk` keeps it until it is split."""

    open = "open"
    sealed_desk = "sealed_desk"
    competent = "competent"
    discipline = "discipline"
    organisation = "organisation"
    leaders = "leaders"


class Route(StrEnum):
    """The routes (一) to (六) of article 31; `none` when no route is open or none is chosen yet."""

    none = "none"
    litigation = "litigation"
    arbitration = "arbitration"
    party_appeal = "party_appeal"
    administrative = "administrative"
    duty = "duty"
    petition = "petition"


class RouteStep(StrEnum):
    """What follows from the route."""

    register_only = "register_only"
    ask_choice = "ask_choice"
    follow_judicial_procedure = "follow_judicial_procedure"
    import_into_procedure = "import_into_procedure"
    perform_or_answer = "perform_or_answer"
    petition_procedure = "petition_procedure"


class SendingMode(StrEnum):
    """Where a matter goes from who examines it (articles 22 to 24)."""

    transfer_sealed = "transfer_sealed"
    guide_visitor = "guide_visitor"
    transfer_to_justice = "transfer_to_justice"
    ask_government = "ask_government"
    superior_decides = "superior_decides"
    joint_conference = "joint_conference"
    negotiate = "negotiate"
    transfer_to_successor = "transfer_to_successor"
    transfer_to_territory = "transfer_to_territory"
    transfer_own_level = "transfer_own_level"
    transfer_lower = "transfer_lower"
    handle = "handle"
    transfer_subordinate = "transfer_subordinate"
    no_power = "no_power"
    clerk_decides = "clerk_decides"


class Admissibility(StrEnum):
    """Whether a matter is taken on. A bureau refuses by procedure, a unit by substance."""

    hand_over_sealed = "hand_over_sealed"
    accept = "accept"
    accept_as_new = "accept_as_new"
    refuse_procedural = "refuse_procedural"
    refuse_substantive = "refuse_substantive"
    no_longer_accept = "no_longer_accept"
    guide = "guide"
    link_to_running = "link_to_running"
    object = "object"
    register_without_notice = "register_without_notice"


class Notice(StrEnum):
    """The document that a decision asks for; `none` where there is nothing to issue."""

    none = "none"
    forwarding_notice = "forwarding_notice"
    acceptance_notice = "acceptance_notice"
    refusal_notice = "refusal_notice"
    no_longer_accept_notice = "no_longer_accept_notice"
    guidance_notice = "guidance_notice"
    progress_notice = "progress_notice"
    choice_notice = "choice_notice"
    objection_form = "objection_form"
    review_acceptance_notice = "review_acceptance_notice"
    review_refusal_notice = "review_refusal_notice"
    review_ended_notice = "review_ended_notice"
    completion_notice = "completion_notice"


class Procedure(StrEnum):
    """Simple or ordinary handling; `by_route` where another procedure has rules of its own."""

    simple = "simple"
    ordinary = "ordinary"
    by_route = "by_route"


class DispatchMode(StrEnum):
    """转送 or 交办."""

    forward = "forward"
    assign = "assign"


class ReviewAnswer(StrEnum):
    """What a request for review or re-review gets first; `check_facts` leaves it to a person."""

    accept = "accept"
    refuse = "refuse"
    ask_to_complete = "ask_to_complete"
    end = "end"
    check_facts = "check_facts"


class ReviewReason(StrEnum):
    """Why a request is not simply taken on."""

    none = "none"
    withdrawn = "withdrawn"
    already_final = "already_final"
    no_opinion = "no_opinion"
    other_route = "other_route"
    wrong_person = "wrong_person"
    wrong_level = "wrong_level"
    late = "late"
    incomplete = "incomplete"
    unclear_time = "unclear_time"


class Duty(StrEnum):
    """What must still be done once a matter has its outcome."""

    supervise_execution = "supervise_execution"
    explain_reasons = "explain_reasons"
    counsel = "counsel"
    tell_review_right = "tell_review_right"
    guide_to_justice = "guide_to_justice"
    import_into_procedure = "import_into_procedure"
    perform_or_answer = "perform_or_answer"
    reply_adoption = "reply_adoption"
    reply_reasons = "reply_reasons"
    propose_reward = "propose_reward"
    feed_back_by_own_rules = "feed_back_by_own_rules"
    refer_to_social_aid = "refer_to_social_aid"
    refer_to_judicial_aid = "refer_to_judicial_aid"
    record_order_breach = "record_order_breach"
    complete_closing_checks = "complete_closing_checks"


class SupervisionStep(StrEnum):
    """The ladder of supervision (articles 38 to 40); also what was done last, `none` at first."""

    none = "none"
    remind = "remind"
    supervision_letter = "supervision_letter"
    talk = "talk"
    circular = "circular"
    listed_supervision = "listed_supervision"
    suggest_improvement = "suggest_improvement"
    suggest_policy = "suggest_policy"
    suggest_liability = "suggest_liability"
    alert_leader = "alert_leader"
    leader_decides = "leader_decides"
    close_supervision = "close_supervision"


class Supervisor(StrEnum):
    """Who takes a step of supervision."""

    bureau = "bureau"
    bureau_leader = "bureau_leader"
    joint_conference = "joint_conference"


class WarningLevel(StrEnum):
    """正常, 预警, 警告, 严重警告, 超期."""

    normal = "normal"
    notice = "notice"
    warning = "warning"
    severe = "severe"
    overdue = "overdue"
