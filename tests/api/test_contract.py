"""What outsiders rely on: the routes, their documentation, and that nothing is left in English."""

import re
from typing import Any

import httpx

from api.i18n import CATALOGUES
from settings import ROOT
from tests.api.office import Office

PROMISED = {
    "GET /api/absences",
    "POST /api/absences",
    "POST /api/absences/{absence_id}/end",
    "GET /api/admin/absences",
    "POST /api/admin/absences",
    "POST /api/admin/absences/{absence_id}/end",
    "GET /api/admin/people",
    "POST /api/admin/people",
    "GET /api/admin/people/{user_id}",
    "PUT /api/admin/people/{user_id}",
    "PUT /api/admin/people/{user_id}/active",
    "POST /api/admin/people/{user_id}/password",
    "PUT /api/admin/people/{user_id}/roles/{role}/{unit}",
    "DELETE /api/admin/people/{user_id}/roles/{role}/{unit}",
    "GET /api/admin/units",
    "POST /api/admin/units",
    "PUT /api/admin/units/{unit_id}/parent",
    "POST /api/session/password",
    "DELETE /api/session",
    "GET /api/calendar",
    "GET /api/demo/clock",
    "GET /api/documents/{document_id}",
    "GET /api/documents/{document_id}/pdf",
    "GET /api/incidents",
    "GET /api/instances",
    "GET /api/instances/{key}",
    "GET /api/law/articles",
    "GET /api/law/articles/{number}",
    "GET /api/notifications",
    "GET /api/petitions",
    "GET /api/petitions/{number}",
    "GET /api/petitions/{number}/flow",
    "GET /api/petitions/{number}/summary",
    "GET /api/petitions/{number}/people",
    "POST /api/petitions/{number}/people/{who}/reveal",
    "GET /api/petitions/{number}/related",
    "GET /api/petitions/{number}/notes",
    "POST /api/petitions/{number}/notes",
    "PUT /api/petitions/{number}/notes/{note_id}",
    "GET /api/petitions/{number}/attachments",
    "POST /api/petitions/{number}/attachments",
    "GET /api/petitions/{number}/attachments/{attachment_id}",
    "DELETE /api/petitions/{number}/attachments/{attachment_id}",
    "GET /api/petitions/{number}/timeline",
    "GET /api/petitions/{number}/timeline/{instance_key}",
    "GET /api/processes/{definition_key}/xml",
    "GET /api/public/petitions/{query_code}",
    "GET /api/processes/{process_id}/counts",
    "GET /api/sealed",
    "POST /api/petitions/{number}/matters/{ordinal}/recusal",
    "POST /api/petitions/{number}/matters/{ordinal}/transfer",
    "GET /api/settings",
    "GET /api/suggestions/figures",
    "GET /api/sealed/{number}/looks",
    "GET /api/session",
    "GET /api/tasks",
    "GET /api/tasks/counts",
    "GET /api/tasks/{key}",
    "GET /api/vocabularies",
    "GET /api/vocabularies/{name}",
    "GET /health",
    "GET /metrics",
    "POST /api/calendar/moves",
    "POST /api/calendar/notices",
    "POST /api/demo/clock",
    "POST /api/documents/{document_id}/service",
    "POST /api/notifications/read",
    "POST /api/notifications/{notification_id}/read",
    "POST /api/petitions",
    "POST /api/petitions/duplicates",
    "POST /api/petitions/{number}/clocks/{code}/extension",
    "POST /api/petitions/{number}/clocks/{code}/pause",
    "POST /api/petitions/{number}/clocks/{code}/receipt",
    "POST /api/petitions/{number}/clocks/{code}/resumption",
    "POST /api/petitions/{number}/interim-answers",
    "POST /api/petitions/{number}/matters/{ordinal}/extension",
    "POST /api/petitions/{number}/matters/{ordinal}/route",
    "POST /api/petitions/{number}/matters/{ordinal}/review-requests",
    "POST /api/petitions/{number}/matters/{ordinal}/review-requests/{review}/completion",
    "POST /api/petitions/{number}/matters/{ordinal}/review-requests/{review}/withdrawal",
    "POST /api/petitions/{number}/matters/{ordinal}/route-correction",
    "POST /api/petitions/{number}/rating",
    "POST /api/petitions/{number}/withdrawal",
    "GET /api/petitions/{number}/urgent-reports",
    "POST /api/petitions/{number}/supervisions",
    "POST /api/petitions/{number}/urgent-reports",
    "POST /api/petitions/{number}/urgent-reports/measures",
    "POST /api/session",
    "POST /api/tasks/search",
    "POST /api/tasks/{key}/assign",
    "POST /api/tasks/{key}/claim",
    "POST /api/tasks/{key}/completion",
    "GET /api/tasks/next",
    "GET /api/tasks/asked",
    "POST /api/tasks/bulk",
    "POST /api/tasks/{key}/delegation",
    "POST /api/tasks/{key}/delegation/answer",
    "DELETE /api/tasks/{key}/delegation",
    "POST /api/tasks/{key}/opinions",
    "PUT /api/tasks/{key}/opinions/mine",
    "DELETE /api/tasks/{key}/opinions/{user}",
    "POST /api/tasks/{key}/urge",
    "POST /api/tasks/{key}/remarks",
    "POST /api/tasks/{key}/send-back",
    "GET /api/tasks/{key}/draft",
    "PUT /api/tasks/{key}/draft",
    "DELETE /api/tasks/{key}/draft",
    "POST /api/tasks/{key}/release",
    "POST /api/vocabularies/{name}/terms/{code}/closing",
    "PUT /api/settings",
    "PUT /api/vocabularies/{name}/terms/{code}",
    "PUT /api/calendar/days/{on}",
    "GET /api/window",
    "POST /api/window/visitors",
    "POST /api/window/next",
    "POST /api/window/visitors/{visitor_id}/call",
    "POST /api/window/visitors/{visitor_id}/waiting",
    "POST /api/window/visitors/{visitor_id}/unregistered",
    "POST /api/window/registrations",
    "GET /api/window/receipts/{number}",
    "GET /api/filing-drafts",
    "GET /api/filing-drafts/{draft_id}",
    "PUT /api/filing-drafts/{draft_id}",
    "DELETE /api/filing-drafts/{draft_id}",
    "POST /api/petitions/{number}/record",
    "GET /api/units/{unit}/answer-templates",
    "POST /api/units/{unit}/answer-templates",
    "PUT /api/units/{unit}/answer-templates/{template_id}",
    "DELETE /api/units/{unit}/answer-templates/{template_id}",
    "GET /api/tasks/{key}/answer-templates",
    "POST /api/tasks/{key}/like-answers",
}
# Keys made of a prefix and a code: label('category', ...).
LABELS = {"scope", "sort", "task_state", "inbox_empty", "done"}


async def openapi(client: httpx.AsyncClient) -> dict[str, Any]:
    found: dict[str, Any] = (await client.get("/openapi.json")).json()
    return found


async def test_openapi_lists_every_route(anyone: httpx.AsyncClient) -> None:
    paths = (await openapi(anyone))["paths"]

    listed = {f"{method.upper()} {path}" for path, item in paths.items() for method in item}

    assert listed == PROMISED


async def test_every_route_says_what_it_does_and_how_it_fails(anyone: httpx.AsyncClient) -> None:
    for path, item in (await openapi(anyone))["paths"].items():
        for method, route in item.items():
            where = f"{method} {path}"
            assert route.get("description"), where
            if path.startswith("/api/") and not path.startswith("/api/public/"):
                assert "401" in route["responses"], where
            for status, answer in route["responses"].items():
                if status >= "400":
                    assert "/ErrorBody'" in str(answer), (where, status)


def test_both_languages_have_every_text() -> None:
    assert CATALOGUES["zh"].keys() == CATALOGUES["en"].keys()
    for key in CATALOGUES["zh"]:
        fields = [set(re.findall(r"{(\w+)}", CATALOGUES[lang][key])) for lang in ("zh", "en")]
        assert fields[0] == fields[1], key
        assert re.search(r"[一-鿿、]|\(", CATALOGUES["zh"][key]), key


def test_every_text_a_template_asks_for_is_there() -> None:
    asked: set[str] = set()
    for template in (ROOT / "templates").rglob("*.html"):
        asked |= set(re.findall(r"\bt\('([\w.-]+)'[,)]", template.read_text()))

    assert len(asked) > 50
    assert asked - CATALOGUES["zh"].keys() == set()


def test_no_template_holds_words_of_its_own() -> None:
    for template in (ROOT / "templates" / "pages").glob("*.html"):
        text = re.sub(r"{[{%#].*?[}%#]}", "", template.read_text(), flags=re.S)
        assert not re.search(r"[一-鿿]", text.replace("中文", "")), template.name


def test_codes_of_the_records_have_words() -> None:
    from law.clock_entries import EntryKind
    from records.models.petition import Category, Outcome, PetitionForm
    from records.people import ROLES

    keys = CATALOGUES["zh"].keys()
    wanted = [
        *(f"category.{code}" for code in Category),
        *(f"outcome.{code}" for code in Outcome),
        *(f"form.{code}" for code in PetitionForm),
        *(f"role.{code}" for code in ROLES),
        *(f"entry.{code}" for code in EntryKind),
    ]
    assert set(wanted) - keys == set()
    assert {key.partition(".")[0] for key in keys} >= LABELS


async def test_health_tells_figures_only(office: Office, anyone: httpx.AsyncClient) -> None:
    office.petition()

    answer = (await anyone.get("/health")).json()

    assert answer["status"] == "ok"
    assert answer["outbox_waiting"] == 1
    assert answer["journal"] == {"last_record_at": None, "set_aside": 0}


async def test_metrics_count_routes_not_addresses(
    office: Office, manager: httpx.AsyncClient
) -> None:
    petition = office.petition()
    await manager.get(f"/api/petitions/{petition.number}")

    answer = await manager.get("/metrics")

    assert 'route="/api/petitions/{number}"' in answer.text
    assert petition.number not in answer.text


async def test_metrics_are_for_this_machine_only(office: Office) -> None:
    for address, headers in (
        ("10.0.0.7", {}),
        ("127.0.0.1", {"X-Forwarded-For": "10.0.0.7"}),
    ):
        transport = httpx.ASGITransport(app=office.app, client=(address, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            assert (await client.get("/metrics", headers=headers)).status_code == 404


async def test_time_moves_in_demo_mode(clerk: httpx.AsyncClient) -> None:
    answer = await clerk.post("/api/demo/clock", json={"add": "20d"})

    assert answer.json()["now"] == "2026-12-13T09:00:00+08:00"
    assert (await clerk.post("/api/demo/clock", json={"add": "-1d"})).status_code == 422


async def test_time_does_not_move_without_a_movable_engine(
    office: Office, clerk: httpx.AsyncClient, anyone: httpx.AsyncClient
) -> None:
    assert (await anyone.post("/api/demo/clock", json={"add": "1d"})).status_code == 401
    office.app.state.runtime.move_clock = None

    answer = await clerk.get("/api/demo/clock")

    assert (answer.status_code, answer.json()["error"]) == (409, "ClockNotMovable")
