"""Who may open which page, and send which form of one."""

from api.access import audiences as a
from api.access.api_rows import API_ROWS
from api.access.rows import PUBLIC, SIGNED_IN, Row, by_role, hidden, on_case, own

# A form does what the operation of the same address does.
_LIKE_API = (
    "GET /window",
    "GET /window/receipts/{number}",
    "POST /window/visitors",
    "POST /window/next",
    "POST /window/visitors/{visitor_id}/call",
    "POST /window/visitors/{visitor_id}/waiting",
    "POST /window/visitors/{visitor_id}/unregistered",
    "POST /window/registrations",
    "GET /petitions",
    "GET /petitions/{number}",
    "GET /petitions/{number}/timeline",
    "GET /petitions/{number}/timeline/{instance_key}",
    "POST /petitions/{number}/clocks/{code}/extension",
    "POST /petitions/{number}/withdrawal",
    "POST /petitions/{number}/matters/{ordinal}/extension",
    "POST /petitions/{number}/matters/{ordinal}/route",
    "POST /petitions/{number}/matters/{ordinal}/transfer",
    "POST /petitions/{number}/matters/{ordinal}/recusal",
    "POST /petitions/{number}/matters/{ordinal}/review-requests",
    "POST /petitions/{number}/matters/{ordinal}/review-requests/{review}/withdrawal",
    "POST /petitions/{number}/matters/{ordinal}/review-requests/{review}/completion",
    "POST /petitions/{number}/interim-answers",
    "POST /petitions/{number}/rating",
    "POST /petitions/{number}/supervisions",
    "POST /petitions/{number}/people/{who}/reveal",
    "POST /petitions/{number}/notes",
    "POST /petitions/{number}/attachments",
    "POST /petitions/{number}/record",
    "POST /petitions/{number}/urgent-reports",
    "POST /petitions/{number}/urgent-reports/measures",
    "GET /sealed",
    "GET /sealed/{number}/looks",
    "GET /tasks/next",
    "POST /tasks/bulk",
    "GET /tasks/{key}",
    "POST /tasks/{key}/claim",
    "POST /tasks/{key}/release",
    "POST /tasks/{key}/assign",
    "POST /tasks/{key}/send-back",
    "POST /tasks/{key}/like-answers",
    "POST /tasks/{key}/delegation",
    "POST /tasks/{key}/delegation/answer",
    "POST /tasks/{key}/opinions",
    "POST /tasks/{key}/urge",
    "POST /tasks/{key}/remarks",
    "GET /notifications",
    "POST /notifications/read",
    "GET /settings",
    "GET /admin/people",
    "POST /admin/people",
    "GET /admin/people/{user_id}",
    "POST /admin/people/{user_id}/password",
    "GET /admin/units",
    "POST /admin/units",
    "GET /admin/absences",
    "POST /admin/absences",
    "POST /admin/absences/{absence_id}/end",
    "GET /calendar",
    "POST /calendar/notices",
    "POST /demo/clock",
)


def _api(operation: str) -> Row:
    return API_ROWS[operation]


PAGE_ROWS: dict[str, Row] = {
    **{one: API_ROWS[one.replace(" /", " /api/", 1)] for one in _LIKE_API},
    # Before and beside signing in
    "GET /sign-in": PUBLIC,
    "POST /sign-in": PUBLIC,
    "POST /sign-out": SIGNED_IN,
    "GET /sign-in/provider": PUBLIC,  # where the office has one
    "GET /sign-in/provider/return": PUBLIC,
    "POST /language": PUBLIC,
    "POST /large-type": PUBLIC,
    "GET /public/{query_code}": PUBLIC,  # who has the code
    # Oneself
    "GET /account": SIGNED_IN,
    "POST /account/password": own("one's own password"),
    "POST /account/absences": _api("POST /api/absences"),
    "POST /account/absences/{absence_id}/end": _api("POST /api/absences/{absence_id}/end"),
    "POST /settings": _api("PUT /api/settings"),
    "GET /notifications/bell": _api("GET /api/notifications"),
    "POST /notifications/{notification_id}/open": own("one's own messages"),
    # Administration
    "POST /admin/people/{user_id}": _api("PUT /api/admin/people/{user_id}"),
    "POST /admin/units/{unit_id}/parent": _api("PUT /api/admin/units/{unit_id}/parent"),
    "POST /calendar/clocks": _api("POST /api/calendar/moves"),
    # Inbox
    "GET /": own("tasks one sees"),
    "POST /inbox/filter": own("one's own filters"),
    "POST /inbox/filters": own("one's own filters"),
    "POST /inbox/filters/{filter_id}/removal": own("one's own filters"),
    "POST /inbox/columns": own("one's own columns"),
    "GET /inbox/tasks.csv": own("tasks one sees"),
    "GET /inbox/tasks.xlsx": own("tasks one sees"),
    "GET /inbox/events": own("tasks one sees"),
    # Tasks
    "GET /tasks/{key}/work": _api("GET /api/tasks/{key}"),
    "POST /tasks/{key}/delegation/end": _api("DELETE /api/tasks/{key}/delegation"),
    "POST /tasks/{key}/opinions/mine": _api("PUT /api/tasks/{key}/opinions/mine"),
    "POST /tasks/{key}/opinions/{user}/withdraw": _api("DELETE /api/tasks/{key}/opinions/{user}"),
    "POST /petitions/{number}/tasks/{key}/urge": _api("POST /api/tasks/{key}/urge"),
    # Answer templates
    "GET /answer-templates": hidden(a.LEADERS, "units one leads"),
    "POST /answer-templates": hidden(a.LEADERS, "units one leads"),
    "POST /answer-templates/{template_id}/drop": hidden(a.LEADERS, "units one leads"),
    # Filing
    "GET /petitions/new": by_role(a.FILERS),
    "POST /petitions/new": by_role(a.FILERS),
    "POST /petitions/new/duplicates": by_role(a.FILERS),
    "POST /petitions/new/drafts/{draft_id}/drop": hidden(a.FILERS, "one's own drafts"),
    "GET /petitions/{number}/record": on_case(a.FILERS, "cases filed at one's own desk"),
    # Cases
    "POST /petitions/{number}/notes/{note_id}": on_case(a.WORKERS, "one's own notes"),
    "POST /petitions/{number}/attachments/{attachment_id}/removal": on_case(
        a.WORKERS, "what one uploaded"
    ),
    "POST /petitions/{number}/documents/{document_id}/service": on_case(
        a.WORKERS, "what one's unit issued"
    ),
    "GET /petitions/{number}/documents/{document_id}/service": hidden(
        a.WORKERS, "what one's unit issued"
    ),
    "GET /suggestions": by_role(a.OPEN_READERS),
    "GET /law": SIGNED_IN,
    "GET /law/{number}": SIGNED_IN,
}
