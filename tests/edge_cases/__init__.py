"""Thirty cases in which the procedure is easily got wrong, each with one test named after it.

`Proof` says how far a test goes: the rule alone, the rule and the decision tables on the engine,
or the whole. Tests that do not run the whole procedure carry the marker `rule_only`.
"""

from enum import StrEnum


class Proof(StrEnum):
    """What the test of a case runs."""

    rule = "rule"
    decision = "decision"  # rules give the facts, the tables on the engine answer
    whole = "whole"  # rules, tables and the running procedure agree


EDGE_CASES: dict[int, tuple[str, Proof]] = {
    1: ("no_identity_card", Proof.whole),
    2: ("anonymous", Proof.whole),
    3: ("same_matter_in_progress_sent_to_the_superior", Proof.whole),
    4: ("several_claims_on_different_routes", Proof.whole),
    5: ("two_units_in_dispute_without_common_superior", Proof.whole),
    6: ("objection_on_the_fifth_working_day_and_after", Proof.whole),
    7: ("objection_agreed_to_twice", Proof.whole),
    8: ("extension_on_the_last_day_and_the_day_after", Proof.whole),
    9: ("hearing_within_the_sixty_days", Proof.whole),
    10: ("withdrawal_after_the_opinion_was_signed", Proof.whole),
    11: ("petitioner_silent_for_thirty_days", Proof.whole),
    12: ("request_posted_on_the_last_day", Proof.whole),
    13: ("recipient_refuses_to_sign", Proof.rule),
    14: ("unit_overdue", Proof.whole),
    15: ("due_on_a_rest_saturday_or_a_make_up_saturday", Proof.whole),
    16: ("calendar_of_next_year_unknown", Proof.whole),
    17: ("report_names_the_unit_that_would_receive_it", Proof.whole),
    18: ("six_visitors", Proof.whole),
    19: ("letter_of_a_group", Proof.whole),
    20: ("superior_assigns_a_simple_matter", Proof.whole),
    21: ("unit_merged_during_handling", Proof.whole),
    22: ("handler_has_an_interest", Proof.whole),
    23: ("same_opinion_issued_again_after_review", Proof.whole),
    24: ("complaint_with_a_report_on_an_official", Proof.decision),
    25: ("petitioner_dies_lacks_capacity_or_sends_an_agent", Proof.whole),
    26: ("interim_answer", Proof.whole),
    27: ("final_but_new_facts", Proof.whole),
    28: ("violence_or_threat", Proof.rule),
    29: ("transfer_down_the_levels", Proof.whole),
    30: ("wrong_category_corrected_later", Proof.whole),
}
