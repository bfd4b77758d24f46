"""A petitioner withdraws (撤回): office practice, as the regulation is silent.

In writing, until the opinion is signed. What was reported about an official goes on where the
public interest wants it, which its sealed desk says. Whether the withdrawal is of free will is
left to the person who calls back.
"""

from enum import StrEnum

from law.errors import WithdrawalNotWritten, WithdrawalTooLate

BASIS = "office_setting"


class Withdrawn(StrEnum):
    """What a withdrawal does."""

    matter_ends = "matter_ends"
    review_ends = "review_ends"  # the opinion under review stands
    matter_goes_on = "matter_goes_on"


def effect_of_withdrawal(
    *,
    is_written: bool,
    opinion_signed: bool,
    is_report: bool = False,
    in_public_interest: bool = True,
    is_review: bool = False,
) -> Withdrawn:
    """What the withdrawal of a matter, a report on an official or a review request does.

    `opinion_signed`: the opinion of the instance that has the matter. `in_public_interest`: of a
    report, whether it is to go on all the same.

    Raises:
        WithdrawalNotWritten: only spoken.
        WithdrawalTooLate: the opinion is signed and will be served.
    """
    if not is_written:
        raise WithdrawalNotWritten
    if opinion_signed:
        raise WithdrawalTooLate
    if is_report and in_public_interest:
        return Withdrawn.matter_goes_on
    return Withdrawn.review_ends if is_review else Withdrawn.matter_ends
