"""Thirty cases in which the procedure is easily got wrong, each with one test named after it.

Each runs the rules, the tables on the engine and the running procedure, and they agree.
"""

EDGE_CASES: dict[int, str] = {
    1: "no_identity_card",
    2: "anonymous",
    3: "same_matter_in_progress_sent_to_the_superior",
    4: "several_claims_on_different_routes",
    5: "two_units_in_dispute_without_common_superior",
    6: "objection_on_the_fifth_working_day_and_after",
    7: "objection_agreed_to_twice",
    8: "extension_on_the_last_day_and_the_day_after",
    9: "hearing_within_the_sixty_days",
    10: "withdrawal_after_the_opinion_was_signed",
    11: "petitioner_silent_for_thirty_days",
    12: "request_posted_on_the_last_day",
    13: "recipient_refuses_to_sign",
    14: "unit_overdue",
    15: "due_on_a_rest_saturday_or_a_make_up_saturday",
    16: "calendar_of_next_year_unknown",
    17: "report_names_the_unit_that_would_receive_it",
    18: "six_visitors",
    19: "letter_of_a_group",
    20: "superior_assigns_a_simple_matter",
    21: "unit_merged_during_handling",
    22: "handler_has_an_interest",
    23: "same_opinion_issued_again_after_review",
    24: "complaint_with_a_report_on_an_official",
    25: "petitioner_dies_lacks_capacity_or_sends_an_agent",
    26: "interim_answer",
    27: "final_but_new_facts",
    28: "violence_or_threat",
    29: "transfer_down_the_levels",
    30: "wrong_category_corrected_later",
}
