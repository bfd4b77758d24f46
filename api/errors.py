"""Errors of the API: the class name is the code, the docstring the message, the status is here.

Every error answers `{"error": "NameOfError", "detail": "what to do"}`; errors about fields add
`errors`, one entry per field.
"""

from typing import Any

from engine.errors import EngineError, EngineUnavailable
from law.errors import DayKindUnfit, LawError, NoticeRefused
from records.errors import RecordsError

# Errors of records that are not conflicts (409).
RECORDS_STATUS = {
    "AbsenceDates": 422,
    "AbsenceNotFound": 404,
    "AccountInvalid": 422,
    "AccountNotFound": 404,
    "AnswerTemplateNotFound": 404,
    "AttachmentEmpty": 422,
    "AttachmentNotFound": 404,
    "AttachmentTooLarge": 413,
    "BadPattern": 422,
    "ClockNotFound": 404,
    "CodeUnknown": 422,
    "DateInFuture": 422,
    "DeputyUnfit": 422,
    "DivisionNotFound": 404,
    "DraftNotFound": 404,
    "FilingDraftNotFound": 404,
    "FilterNotFound": 404,
    "GroupUnknown": 422,
    "KindNotTaken": 422,
    "LeaderNeeded": 403,
    "MatterNotFound": 404,
    "MayNotUrge": 403,
    "NotReadBack": 422,
    "NotYourNote": 403,
    "NoteNotFound": 404,
    "NotificationNotFound": 404,
    "OpinionNotFound": 404,
    "OpinionsOutstanding": 422,
    "OverrideNeedsReason": 422,
    "PasswordCommon": 422,
    "PasswordHasName": 422,
    "PasswordLength": 422,
    "PasswordUnchanged": 422,
    "PasswordUnfit": 422,
    "PasswordWrong": 422,
    "PersonNotFound": 422,
    "PetitionNotFound": 404,
    "PlaceholderUnknown": 422,
    "RatingReasonMissing": 422,
    "ReasonNeedsNote": 422,
    "ReportDueTooEarly": 422,
    "ReviewNotFound": 404,
    "RouteNotOpen": 422,
    "ScannerSilent": 503,
    "SignInRefused": 401,
    "StepUnknown": 422,
    "TaskNotFound": 404,
    "TermInvalid": 422,
    "TermNotFound": 404,
    "UnitCircle": 422,
    "UnitInvalid": 422,
    "UnitNotFound": 422,
    "VirusFound": 422,
    "VisitorNotFound": 404,
    "VocabularyNotFound": 404,
}


class ApiError(Exception):
    """The request could not be carried out."""

    status = 400

    def __init__(
        self,
        *,
        errors: list[dict[str, str]] | None = None,
        headers: dict[str, str] | None = None,
        **values: object,
    ) -> None:
        self.errors = errors
        self.headers = headers or {}
        self.values = values
        super().__init__(type(self).__doc__)


class NotSignedIn(ApiError):
    """You are not signed in, or your sign-in has ended. Sign in and send the request again."""

    status = 401


class RoleMissing(ApiError):
    """Your roles do not allow this. Ask an administrator which role you need."""

    status = 403


class ForeignRequest(ApiError):
    """This request came from another site. Open the page here and do it there."""

    status = 403


class PasswordChangeNeeded(ApiError):
    """An administrator set your password. Choose one of your own first, then go on."""

    status = 403


class SignInLocked(ApiError):
    """Too many failed sign-ins. Wait {minutes} minutes, or ask an administrator to unlock it."""

    status = 429


class ProviderUnreachable(ApiError):
    """The identity provider does not answer. Try again later, or sign in with a password."""

    status = 503


class ProviderRefused(ApiError):
    """The identity provider did not confirm this sign-in, or it took too long. Start again."""

    status = 401


class IdentityUnknown(ApiError):
    """Nobody here has the identity {subject}. Tell an administrator this identifier."""

    status = 403


class TooManyAttempts(ApiError):
    """Too many failed sign-ins. Wait a few minutes, then try again."""

    status = 429


class TooManyLookups(TooManyAttempts):
    """Too many query codes that do not exist. Wait a few minutes, then check each character."""


class BodyTooLarge(ApiError):
    """The request is larger than {limit} bytes. Send less at once."""

    status = 413


class BadJson(ApiError):
    """The body is not valid JSON. Check it and send it again with Content-Type application/json."""

    status = 400


class BadRequest(ApiError):
    """The request could not be read. Check its form and send it again."""

    status = 400


class InvalidInput(ApiError):
    """Some values are missing or not valid. `errors` says which."""

    status = 422


class FormInvalid(ApiError):
    """Some fields of the form need attention. Nothing was lost: correct them and submit again."""

    status = 422


class BadCursor(ApiError):
    """This cursor belongs to another list. Start again without it."""

    status = 422


class ReceivedInFuture(ApiError):
    """The day of receipt lies in the future. Give today or an earlier day."""

    status = 422


class ServedInTask(ApiError):
    """An opinion is served in its own task, which starts the time for a review. Open that task."""

    status = 409


class SourceTaken(ApiError):
    """A petition from this source was filed at another bureau. Ask that bureau."""

    status = 409


class ChangedMeanwhile(ApiError):
    """Somebody changed this at the same moment. Look again, then repeat if it is still needed."""

    status = 409


class TaskChanged(ApiError):
    """Others changed this task since you opened it. Read what changed, then submit again."""

    status = 409

    def __init__(self, changes: list[dict[str, Any]]) -> None:
        """`changes` as api.shapes.common.ChangeTold, oldest first."""
        super().__init__()
        self.changes = changes


class BulkMixed(ApiError):
    """One form completes several tasks of one step only. Choose tasks of the same step."""

    status = 422


class BulkNeedsText(ApiError):
    """The form of this step asks for a text about each case. Complete these tasks one by one."""

    status = 422


class BulkIncomplete(ApiError):
    """Say to whom (`user`), what (`text`) or which form (`data`) for all these tasks."""

    status = 422


class NotFound(ApiError):
    """There is nothing here. Check the address."""

    status = 404


class DocumentNotFound(NotFound):
    """There is no such document. Look at the documents of the petition."""


class PersonFieldNotFound(NotFound):
    """There is nothing of this kind about this person. Look at the persons of the petition."""


class QueryCodeNotFound(NotFound):
    """No petition has this query code of ten characters. Look at the receipt, or ask the bureau."""


class ArticleNotFound(NotFound):
    """The regulation has no such article. /law lists those there are."""


class InstanceNotFound(NotFound):
    """There is no such process instance in the journal. It may appear in a moment."""


class ProcessNotFound(NotFound):
    """There is no such process in the journal. Deploy it first."""


class FormMissing(ApiError):
    """The form of this task has not arrived from the engine yet. Try again in a moment."""

    status = 503


class ClockNotMovable(ApiError):
    """The clock can be moved in demo mode with a controlled engine clock only."""

    status = 409


class MethodNotAllowed(ApiError):
    """This address does not take this method. /openapi.json lists what there is."""

    status = 405


class GlyphsMissing(ApiError):
    """No font has {code_points}. An administrator can add one that does: docs/operations.md."""

    status = 409


class PrintingFailed(ApiError):
    """The document could not be printed; it has been logged. Try again later, or call for help."""

    status = 503


class InternalError(ApiError):
    """Something went wrong on our side; it has been logged. Try again later."""

    status = 500


def status_of(error: Exception) -> int:
    """The HTTP status of an error of ours. What records or law refuse is a conflict (409)."""
    if isinstance(error, ApiError):
        return error.status
    if isinstance(error, RecordsError):
        return RECORDS_STATUS.get(type(error).__name__, 409)
    if isinstance(error, EngineUnavailable):
        return 503
    if isinstance(error, NoticeRefused | DayKindUnfit):
        return 422
    return 409 if isinstance(error, LawError | EngineError) else 500


def error_body(error: Exception, detail: str) -> dict[str, Any]:
    """The body every error answers with."""
    body: dict[str, Any] = {"error": type(error).__name__, "detail": detail}
    if isinstance(error, ApiError) and error.errors is not None:
        body["errors"] = error.errors
    elif isinstance(error, TaskChanged):
        body["changes"] = error.changes
        body["version"] = error.changes[-1]["version"]
    elif isinstance(error, RecordsError) and error.field:
        body["errors"] = [{"key": error.field, "message": detail}]
    return body
