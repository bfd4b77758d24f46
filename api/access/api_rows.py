"""Who may use which operation of the API."""

from api.access import audiences as a
from api.access.rows import (
    PUBLIC,
    READ_CASE,
    SIGNED_IN,
    Row,
    at_window,
    by_role,
    hidden,
    on_case,
    own,
)

_CASE = "/api/petitions/{number}"
_MATTER = f"{_CASE}/matters/{{ordinal}}"
_REVIEW = f"{_MATTER}/review-requests/{{review}}"
_CASES = "cases of one's own desk"
_TASK = "/api/tasks/{key}"
_PERSON = "/api/admin/people/{user_id}"
_VISITOR = "/api/window/visitors/{visitor_id}"
_TEMPLATES = "/api/units/{unit}/answer-templates"
_ADMINISTRATION = hidden(a.ADMINISTRATORS)
_FILING_DRAFT = hidden(a.FILERS, "one's own drafts")
_LED_UNIT = hidden(a.LEADERS, "units one leads")
_SEEN_TASK = Row(a.TASK_READERS, own="tasks one sees")

API_ROWS: dict[str, Row] = {
    # Operation
    "GET /health": PUBLIC,
    "GET /metrics": PUBLIC,  # this machine only
    "GET /api/public/petitions/{query_code}": PUBLIC,  # who has the code
    # Oneself
    "POST /api/session": PUBLIC,
    "GET /api/session": SIGNED_IN,
    "DELETE /api/session": SIGNED_IN,
    "POST /api/session/password": own("one's own password"),
    "GET /api/settings": own("one's own settings"),
    "PUT /api/settings": own("one's own settings"),
    "GET /api/notifications": own("one's own messages"),
    "POST /api/notifications/read": own("one's own messages"),
    "POST /api/notifications/{notification_id}/read": own("one's own messages"),
    "GET /api/absences": own("oneself and whom one leads"),
    "POST /api/absences": own("oneself and whom one leads"),
    "POST /api/absences/{absence_id}/end": own("oneself and whom one leads"),
    # Administration
    "GET /api/admin/people": _ADMINISTRATION,
    "POST /api/admin/people": _ADMINISTRATION,
    f"GET {_PERSON}": _ADMINISTRATION,
    f"PUT {_PERSON}": _ADMINISTRATION,
    f"PUT {_PERSON}/active": _ADMINISTRATION,
    f"POST {_PERSON}/password": _ADMINISTRATION,
    f"PUT {_PERSON}/roles/{{role}}/{{unit}}": _ADMINISTRATION,
    f"DELETE {_PERSON}/roles/{{role}}/{{unit}}": _ADMINISTRATION,
    "GET /api/admin/units": _ADMINISTRATION,
    "POST /api/admin/units": _ADMINISTRATION,
    "PUT /api/admin/units/{unit_id}/parent": _ADMINISTRATION,
    "GET /api/admin/absences": _ADMINISTRATION,
    "POST /api/admin/absences": _ADMINISTRATION,
    "POST /api/admin/absences/{absence_id}/end": _ADMINISTRATION,
    # Calendar, vocabularies, law
    "GET /api/calendar": SIGNED_IN,
    "POST /api/calendar/notices": by_role(a.ADMINISTRATORS),
    "PUT /api/calendar/days/{on}": by_role(a.ADMINISTRATORS),
    "POST /api/calendar/moves": by_role(a.ADMINISTRATORS),
    "GET /api/vocabularies": SIGNED_IN,
    "GET /api/vocabularies/{name}": SIGNED_IN,
    "PUT /api/vocabularies/{name}/terms/{code}": by_role(a.ADMINISTRATORS),
    "POST /api/vocabularies/{name}/terms/{code}/closing": by_role(a.ADMINISTRATORS),
    "GET /api/law/articles": SIGNED_IN,
    "GET /api/law/articles/{number}": SIGNED_IN,
    "GET /api/demo/clock": SIGNED_IN,  # demo mode only
    "POST /api/demo/clock": SIGNED_IN,  # demo mode only
    # Filing
    "POST /api/petitions": by_role(a.FILERS),
    "POST /api/petitions/duplicates": by_role(a.FILERS),
    "GET /api/filing-drafts": _FILING_DRAFT,
    "GET /api/filing-drafts/{draft_id}": _FILING_DRAFT,
    "PUT /api/filing-drafts/{draft_id}": _FILING_DRAFT,
    "DELETE /api/filing-drafts/{draft_id}": _FILING_DRAFT,
    f"POST {_CASE}/record": on_case(a.FILERS, "cases filed at one's own desk"),
    "GET /api/window": hidden(a.WINDOW_LOOKERS, "one's own window"),
    "GET /api/window/receipts/{number}": hidden(a.WINDOW_LOOKERS, "one's own window"),
    "POST /api/window/visitors": at_window(a.WINDOW),
    "POST /api/window/next": at_window(a.WINDOW),
    f"POST {_VISITOR}/call": at_window(a.WINDOW),
    f"POST {_VISITOR}/waiting": at_window(a.WINDOW),
    f"POST {_VISITOR}/unregistered": at_window(a.WINDOW),
    "POST /api/window/registrations": at_window(a.WINDOW),
    # Cases
    "GET /api/petitions": own(_CASES),
    f"GET {_CASE}": READ_CASE,
    f"GET {_CASE}/flow": READ_CASE,
    f"GET {_CASE}/summary": READ_CASE,
    f"GET {_CASE}/timeline": READ_CASE,
    f"GET {_CASE}/timeline/{{instance_key}}": READ_CASE,
    f"GET {_CASE}/people": READ_CASE,
    f"POST {_CASE}/people/{{who}}/reveal": on_case(a.UNMASKED),
    f"GET {_CASE}/related": READ_CASE,
    f"GET {_CASE}/notes": READ_CASE,
    f"POST {_CASE}/notes": on_case(a.WORKERS),
    f"PUT {_CASE}/notes/{{note_id}}": on_case(a.WORKERS, "one's own notes"),
    f"GET {_CASE}/attachments": READ_CASE,
    f"POST {_CASE}/attachments": on_case(a.WORKERS),
    f"GET {_CASE}/attachments/{{attachment_id}}": READ_CASE,
    f"DELETE {_CASE}/attachments/{{attachment_id}}": on_case(a.WORKERS, "what one uploaded"),
    "GET /api/documents/{document_id}": READ_CASE,
    "GET /api/documents/{document_id}/pdf": READ_CASE,
    "POST /api/documents/{document_id}/service": on_case(a.WORKERS, "what one's unit issued"),
    # Requests about a running case
    f"POST {_CASE}/clocks/{{code}}/extension": on_case(a.UNIT_LEADERS),
    f"POST {_CASE}/clocks/{{code}}/pause": on_case(a.UNIT_LEADERS),
    f"POST {_CASE}/clocks/{{code}}/resumption": on_case(a.UNIT_LEADERS),
    f"POST {_CASE}/clocks/{{code}}/receipt": on_case(a.RECEIPT_LEADERS),
    f"POST {_CASE}/withdrawal": on_case(a.STATEMENTS),
    f"POST {_MATTER}/extension": on_case(a.EXTENDING),
    f"POST {_MATTER}/route": on_case(a.CHOICES),
    f"POST {_MATTER}/route-correction": on_case(a.UNIT_LEADERS),
    f"POST {_MATTER}/transfer": on_case(a.TRANSFERRERS),
    f"POST {_MATTER}/recusal": on_case(a.UNIT_LEADERS),
    f"POST {_MATTER}/review-requests": on_case(a.REVIEW_TAKERS),
    # Of what is sealed there is no review.
    f"POST {_REVIEW}/withdrawal": Row(a.REVIEW_HEARERS, a.OPEN_READERS, _CASES),
    f"POST {_REVIEW}/completion": Row(a.REVIEW_HEARERS, a.OPEN_READERS, _CASES),
    f"POST {_CASE}/interim-answers": on_case(a.WRITERS),
    f"POST {_CASE}/rating": on_case(a.RATERS),
    f"POST {_CASE}/supervisions": on_case(a.SUPERVISING),
    f"GET {_CASE}/urgent-reports": READ_CASE,
    f"POST {_CASE}/urgent-reports": on_case(a.REPORTERS),
    f"POST {_CASE}/urgent-reports/measures": on_case(a.REPORTERS),
    "GET /api/sealed": hidden(a.SEALED_DESK),
    "GET /api/sealed/{number}/looks": hidden(a.SEALED_DESK),
    "GET /api/suggestions/figures": by_role(a.OPEN_READERS),
    # Tasks
    "GET /api/tasks": own("tasks one sees"),
    "POST /api/tasks/search": own("tasks one sees"),
    "GET /api/tasks/counts": own("tasks one sees"),
    "GET /api/tasks/next": own("tasks one sees"),
    "GET /api/tasks/asked": own("what one was asked"),
    "POST /api/tasks/bulk": own("each task for itself"),
    f"GET {_TASK}": _SEEN_TASK,
    f"POST {_TASK}/claim": hidden(a.WORKERS, "tasks of one's groups"),
    f"POST {_TASK}/release": on_case(a.TASK_LEADERS, "tasks one holds or leads"),
    f"POST {_TASK}/assign": on_case(a.LEADERS, "tasks one leads"),
    f"POST {_TASK}/completion": on_case(a.WORKERS, "tasks one holds"),
    f"POST {_TASK}/send-back": on_case(a.WORKERS, "tasks one holds"),
    f"POST {_TASK}/delegation": on_case(a.WORKERS, "tasks one holds"),
    f"DELETE {_TASK}/delegation": on_case(a.WORKERS, "tasks one gave or was given"),
    f"POST {_TASK}/delegation/answer": on_case(a.WORKERS, "tasks one was given"),
    f"POST {_TASK}/opinions": on_case(a.WORKERS, "tasks one holds"),
    f"PUT {_TASK}/opinions/mine": hidden(a.WORKERS, "tasks one was asked about"),
    f"DELETE {_TASK}/opinions/{{user}}": on_case(a.WORKERS, "tasks one holds"),
    f"POST {_TASK}/urge": on_case(a.URGING, "tasks one leads or supervises"),
    f"POST {_TASK}/remarks": _SEEN_TASK,
    f"GET {_TASK}/draft": hidden(a.WORKERS, "one's own draft"),
    f"PUT {_TASK}/draft": on_case(a.WORKERS, "tasks one holds"),
    f"DELETE {_TASK}/draft": _SEEN_TASK,
    f"GET {_TASK}/answer-templates": _SEEN_TASK,
    f"POST {_TASK}/like-answers": _SEEN_TASK,
    f"GET {_TEMPLATES}": _LED_UNIT,
    f"POST {_TEMPLATES}": _LED_UNIT,
    f"PUT {_TEMPLATES}/{{template_id}}": _LED_UNIT,
    f"DELETE {_TEMPLATES}/{{template_id}}": _LED_UNIT,
    # Engine
    "GET /api/instances": by_role(a.ENGINE),
    "GET /api/instances/{key}": by_role(a.ENGINE),
    "GET /api/incidents": by_role(a.ENGINE),
    "GET /api/processes/{process_id}/counts": by_role(a.ENGINE),
    "GET /api/processes/{definition_key}/xml": SIGNED_IN,
}
