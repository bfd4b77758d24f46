"""What can stand in the way of a request."""

from records.errors import RecordsError


class PetitionClosed(RecordsError):
    """The petition is closed. What is new goes into a new petition."""


class NotUnderWay(RecordsError):
    """The petition has just been filed and is being set up. Try again in a moment."""


class SeveralMatters(RecordsError):
    """Several matters of this petition have such a clock. Name the matter that you mean."""


class ExtensionWaits(RecordsError):
    """An extension was asked for already; its leader decides about it first."""


class NoChoiceAsked(RecordsError):
    """Nobody asks the petitioner to choose a route now: not yet, or the time to choose is over."""


class RouteNotOpen(RecordsError):
    """This route is not among those open for the matter. Choose one of those that were told."""

    field = "route"


class NothingToCorrect(RecordsError):
    """The matter is on no other route that could be corrected, or it is answered already."""


class NothingToTransfer(RecordsError):
    """No unit is working on the matter, it is answered already, or this unit has it or cannot."""

    field = "unit"


class HandlerMissing(RecordsError):
    """Who keeps out handles the matter. Name the colleague who follows."""

    field = "handler"


class NoRatingAsked(RecordsError):
    """No rating is asked for now: there is no answer yet, or the time to rate is over."""


class RatingGiven(RecordsError):
    """The petitioner has given a rating already; it stands until the matter is handled anew."""


class RatingReasonMissing(RecordsError):
    """Who is not satisfied says why. Write the reason down."""

    field = "reason"


class AnonymousNotRated(RecordsError):
    """An anonymous petitioner is asked for no rating: nobody knows whom to ask."""


class ReviewRuns(RecordsError):
    """A request for review of this matter is being dealt with already. Wait for its end."""


class NothingToReview(RecordsError):
    """There is nothing to hand in, or nobody is known who could review this. Look at the case."""
