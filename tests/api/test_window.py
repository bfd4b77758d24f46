"""The window over the API and as pages: who sees it, its queue, quick registration, the receipt."""

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import select

from records.demo import BUREAU
from records.documents import issue_document
from records.models import Petition, Petitioner, Unit
from tests.api.office import Office
from tests.api.test_pages import visitor

PATH = "/api/window"
QUICK: dict[str, Any] = {
    "subject": "小区电梯停用",
    "text": "电梯停用已有两个月。",
    "petitioner_name": "某信访人",
    "is_read_back": True,
}
TYPED = {key: "true" if value is True else value for key, value in QUICK.items()} | {
    "form": "visit",
    "people": "1",
    "source_id": "form-one",
}


async def comes(client: httpx.AsyncClient, **given: Any) -> dict[str, Any]:
    answer = await client.post(f"{PATH}/visitors", json=given)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def queue(client: httpx.AsyncClient, **asked: str) -> dict[str, Any]:
    found: dict[str, Any] = (await client.get(PATH, params=asked)).json()
    return found


async def petition_of(office: Office, number: str) -> Petition:
    from records.petitions import get_by_number

    with office.database.reading() as session:
        return get_by_number(session, number)


class TestWhoSeesIt:
    """Window clerks work there, bureau leaders look on, for everybody else there is none."""

    @pytest.mark.parametrize("user", ["classifier", "handler_zj", "manager", "unit_leader_zj"])
    async def test_for_others_there_is_no_window(self, office: Office, user: str) -> None:
        petition = office.petition()
        async with visitor(office, user) as browser:
            for path in ("", "?unit=990100-xf", f"/receipts/{petition.number}"):
                assert (await browser.get(f"/window{path}")).status_code == 404, path
                assert (await browser.get(PATH + path)).status_code == 404, path
            for path in ("/visitors", "/next", "/visitors/x/call", "/registrations"):
                answer = await browser.post(PATH + path, json=QUICK if "reg" in path else {})
                assert answer.status_code == 404, path
            assert "/window" not in (await browser.get("/")).text

    async def test_a_leader_looks_and_changes_nothing(
        self, office: Office, clerk: httpx.AsyncClient
    ) -> None:
        added = await comes(clerk, name="某信访人")
        async with office.client("leader") as leader:
            seen = await queue(leader)
            assert (seen["can_work"], seen["visitors"][0]["name"]) == (False, "某信访人")
            for path in ("/next", f"/visitors/{added['id']}/call"):
                assert (await leader.post(PATH + path)).status_code == 403
        async with visitor(office, "leader") as browser:
            page = (await browser.get("/window")).text
        assert "某信访人" in page
        assert 'action="/window/next' not in page

    async def test_another_window_is_none(self, clerk: httpx.AsyncClient) -> None:
        assert (await clerk.get(PATH, params={"unit": "990100-qx"})).status_code == 404


class TestQueue:
    """The day of a window."""

    async def test_from_the_number_to_the_end(self, clerk: httpx.AsyncClient) -> None:
        await comes(clerk, name="甲某某", about="电梯", people=2)
        second = await comes(clerk)
        called = (await clerk.post(f"{PATH}/next")).json()

        assert (called["number"], called["state"], called["is_mine"]) == (1, "received", True)
        assert called["received_by"] == {"id": "clerk", "name": "接待窗口"}
        again = await clerk.post(f"{PATH}/next")
        assert (again.status_code, again.json()["error"]) == (409, "StillReceiving")
        ended = await clerk.post(
            f"{PATH}/visitors/{called['id']}/unregistered", json={"reason": "asked"}
        )
        assert ended.json()["state"] == "unregistered"
        left = await clerk.post(
            f"{PATH}/visitors/{second['id']}/unregistered", json={"reason": "left"}
        )
        assert left.json()["unregistered"] == "left"
        seen = await queue(clerk)
        assert (seen["waiting"], [one["state"] for one in seen["visitors"]]) == (
            0,
            ["unregistered", "unregistered"],
        )

    async def test_another_reason_is_said_in_words(self, clerk: httpx.AsyncClient) -> None:
        added = await comes(clerk)
        await clerk.post(f"{PATH}/next")
        path = f"{PATH}/visitors/{added['id']}/unregistered"
        refused = await clerk.post(path, json={"reason": "other"})

        assert (refused.status_code, refused.json()["errors"][0]["key"]) == (422, "note")
        assert (await clerk.post(path, json={"reason": "other", "note": "x"})).status_code == 200

    async def test_each_day_has_its_own(self, office: Office, clerk: httpx.AsyncClient) -> None:
        await comes(clerk, name="昨天的人")
        office.clock.move(timedelta(days=1))

        assert (await queue(clerk))["visitors"] == []
        assert (await queue(clerk, day="2026-11-23"))["visitors"][0]["name"] == "昨天的人"
        assert (await comes(clerk))["number"] == 1


class TestQuickRegistration:
    """A few fields first; checked as every petition is."""

    async def test_the_visit_ends_as_the_petition(
        self, office: Office, clerk: httpx.AsyncClient
    ) -> None:
        added = await comes(clerk)
        await clerk.post(f"{PATH}/next")
        filed = await clerk.post(
            f"{PATH}/registrations", json=QUICK | {"visitor": added["id"], "phone": "000-0000"}
        )

        assert filed.status_code == 201, filed.text
        [one] = (await queue(clerk))["visitors"]
        assert (one["state"], one["petition"]) == ("registered", filed.json()["number"])
        assert [kind for kind, _ in office.outbox()] == ["start_instance"]

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"is_read_back": False}, "NotReadBack"),
            ({"people": 6}, "RepresentativesMissing"),
            ({"visitor": "no-such"}, "VisitorNotFound"),
            ({"subject": ""}, "InvalidInput"),
        ],
    )
    async def test_what_stands_against_it_changes_nothing(
        self, office: Office, clerk: httpx.AsyncClient, change: dict[str, Any], error: str
    ) -> None:
        added = await comes(clerk)
        body = QUICK | {"visitor": added["id"]} | change
        refused = await clerk.post(f"{PATH}/registrations", json=body)

        assert refused.json()["error"] == error
        assert (await queue(clerk))["waiting"] == 1
        assert office.outbox() == []

    async def test_twice_the_same_form_is_one_petition(self, clerk: httpx.AsyncClient) -> None:
        added = await comes(clerk)
        body = QUICK | {"visitor": added["id"], "source": {"system": "window", "id": "form-one"}}
        first = await clerk.post(f"{PATH}/registrations", json=body)
        second = await clerk.post(f"{PATH}/registrations", json=body)

        assert (first.status_code, second.status_code) == (201, 200)
        assert first.json()["number"] == second.json()["number"]

    async def test_a_call_needs_no_visitor(self, clerk: httpx.AsyncClient) -> None:
        filed = await clerk.post(f"{PATH}/registrations", json=QUICK | {"form": "phone"})
        case = (await clerk.get(f"/api/petitions/{filed.json()['number']}")).json()

        assert case["form"] == "phone"

    async def test_the_rest_is_added_to_the_record_later(self, clerk: httpx.AsyncClient) -> None:
        filed = (await clerk.post(f"{PATH}/registrations", json=QUICK)).json()
        path = f"/api/petitions/{filed['number']}"
        more = {
            "household_address": "示范市二号路",
            "agents": [{"name": "丁某某", "has_mandate": True}],
        }
        added = await clerk.post(f"{path}/record", json=more)
        taken = await clerk.post(f"{path}/record", json={"household_address": "示范市三号路"})
        case = (await clerk.get(path)).json()

        assert sorted(added.json()["added"]) == ["agents", "household_address"]
        assert (taken.status_code, taken.json()["error"]) == (409, "RegisteredAlready")
        assert case["petitioner"]["household_address"] == "示范市****"
        assert case["agents"][0]["name"] == "丁某某"

    async def test_only_who_files_there_completes_a_record(self, office: Office) -> None:
        petition = office.petition()
        for user, status in (("classifier", 403), ("handler_zj", 404)):
            async with office.client(user) as client:
                answer = await client.post(f"/api/petitions/{petition.number}/record", json={})
                assert answer.status_code == status, user
            async with visitor(office, user) as browser:
                page = await browser.get(f"/petitions/{petition.number}/record")
                assert page.status_code == status, user


class TestSealed:
    """What is sealed since then names nobody at the window (article 30)."""

    async def test_the_queue_forgets_who_brought_it(
        self, office: Office, clerk: httpx.AsyncClient
    ) -> None:
        added = await comes(clerk, name="秘密来访人", about="秘密事由", phone="000-9999")
        await clerk.post(f"{PATH}/next")
        filed = await clerk.post(f"{PATH}/registrations", json=QUICK | {"visitor": added["id"]})
        petition = await petition_of(office, filed.json()["number"])
        with office.database.transaction() as session:
            kept = session.get_one(Petition, petition.id)
            kept.is_sealed = True
            session.add(kept)
        async with visitor(office, "clerk") as browser:
            page = (await browser.get("/window")).text

        for shown in (page, (await clerk.get(PATH)).text):
            for word in ("秘密", "000-9999", petition.number):
                assert word not in shown, word
        assert (await clerk.get(f"{PATH}/receipts/{petition.number}")).status_code == 404


class TestPages:
    """The page without scripts, and what htmx asks of it."""

    async def test_a_visit_from_the_door_to_the_receipt(self, office: Office) -> None:
        async with visitor(office, "clerk") as browser:
            await browser.post("/window/visitors", data={"name": "某信访人", "about": "电梯停用"})
            sent = await browser.post("/window/next")
            assert sent.headers["location"] == f"/window?unit={BUREAU}"
            page = (await browser.get("/window")).text
            assert 'name="petitioner_name" value="某信访人"' in page
            assert 'name="subject" value="电梯停用"' in page
            found = re.search(r'name="visitor" value="([^"]+)" form="filing"', page)
            assert found
            filed = await browser.post("/window/registrations", data=TYPED | {"visitor": found[1]})
            assert filed.status_code == 303, re.findall(r'class="fault"[^>]*>([^<]+)', filed.text)
            assert filed.headers["location"].startswith("/window/receipts/")
            receipt = (await browser.get(filed.headers["location"])).text
            queue_page = (await browser.get("/window")).text

        assert "正在出具" in receipt
        assert "已登记" in queue_page

    async def test_the_receipt_is_printed_in_one_click_once_it_is_issued(
        self, office: Office, clerk: httpx.AsyncClient
    ) -> None:
        runtime = office.app.state.runtime
        known = {"public_address": "https://petitions.example.invalid"}
        runtime.settings = runtime.settings.model_copy(update=known)
        petition = office.petition()
        before = (await clerk.get(f"{PATH}/receipts/{petition.number}")).json()
        with office.database.transaction() as session:
            issued = issue_document(
                session,
                petition=session.get_one(Petition, petition.id),
                element_id="issue_receipt",
                kind="回执",
                title="信访事项收件回执",
                html=lambda number: f"<h1>{number}</h1>",
                basis="regulation_2022:21(2)",
                unit=session.get_one(Unit, BUREAU),
                template_sha256="0" * 64,
                now=office.clock.now(),
            )
        after = (await clerk.get(f"{PATH}/receipts/{petition.number}")).json()
        async with visitor(office, "clerk") as browser:
            page = (await browser.get(f"/window/receipts/{petition.number}")).text

        assert (before["document"], before["pdf"]) == (None, None)
        assert before["query_code"] == petition.query_code
        assert after["pdf"] == f"/api/documents/{issued.id}/pdf?inline=true"
        assert f'href="{after["pdf"]}"' in page
        assert f'alt="https://petitions.example.invalid/public/{petition.query_code}"' in page

    async def test_htmx_gets_the_queue_alone_and_what_stands_against_it(
        self, office: Office
    ) -> None:
        async with visitor(office, "clerk") as browser:
            browser.headers["HX-Request"] = "true"
            refused = await browser.post("/window/next")
            added = await browser.post("/window/visitors", data={"people": "x"})

        assert (refused.status_code, "没有人在等候" in refused.text) == (409, True)
        assert added.status_code == 409
        assert "<html" not in refused.text

    async def test_duplicates_are_shown_and_what_was_typed_stays(self, office: Office) -> None:
        known = office.petition("小区电梯停用", text=QUICK["text"])
        async with visitor(office, "clerk") as browser:
            asked = await browser.post("/window/registrations", data=TYPED)
            wrong = await browser.post("/window/registrations", data=TYPED | {"subject": ""})
            filed = await browser.post("/window/registrations", data=TYPED | {"confirmed": "yes"})

        assert (asked.status_code, known.number in asked.text) == (409, True)
        assert wrong.status_code == 422
        assert '<a href="#field-subject">标题</a>' in wrong.text
        assert QUICK["text"] in wrong.text
        assert filed.status_code == 303

    async def test_the_whole_record_is_one_button_away(self, office: Office) -> None:
        async with visitor(office, "clerk") as browser:
            whole = await browser.post("/petitions/new", data=TYPED | {"add": "claims"})

        assert whole.status_code == 200
        assert 'name="employer"' in whole.text
        assert QUICK["text"] in whole.text

    async def test_the_record_is_completed_on_its_page(self, office: Office) -> None:
        petition = office.petition()
        path = f"/petitions/{petition.number}/record"
        async with visitor(office, "clerk") as browser:
            page = (await browser.get(path)).text
            nothing = await browser.post(path, data={})
            wrong = await browser.post(path, data={"companions-0-phone": "1", "employer": "示范厂"})
            done = await browser.post(path, data={"employer": "示范厂", "is_verified": "true"})
            case = (await browser.get(done.headers["location"])).text

        assert 'name="phone"' not in page, "it is on record"
        assert "没有填写任何内容" in nothing.text
        assert 'href="#field-companions-0-name"' in wrong.text
        assert "已补充登记内容" in case
        with office.database.reading() as session:
            [petitioner] = session.exec(select(Petitioner))
        assert (petitioner.employer, petitioner.is_verified) == ("示范厂", True)

    @pytest.mark.parametrize("path", ["/window", "/answer-templates"])
    async def test_the_pages_speak_english_too(self, office: Office, path: str) -> None:
        user = "clerk" if path == "/window" else "unit_leader_zj"
        async with visitor(office, user) as browser:
            browser.cookies.set("xinfang_language", "en")
            page = (await browser.get(path)).text

        body = page.partition('id="content"')[2].partition('<div id="notice"')[0]
        assert len(body) > 500
        names = ("示范市信访局", "示范市住房和城乡建设局")
        body = re.sub(
            "|".join((r'<code lang="zh-CN">.*?</code>', r"<option.*?</option>", *names)), "", body
        )
        assert not re.search(r"[一-鿿]", body), re.findall(r"[一-鿿]+", body)
