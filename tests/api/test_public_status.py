"""The petitioner's own look at a petition: by query code, without signing in, without names."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from law.decision_words import DispatchMode, Procedure, Route
from law.service import Way
from records.ledger import extend_clock
from records.models import Document, Matter, Petition
from records.models.matter import MatterEnd
from records.models.petition import Category, PetitionEnd
from records.requests.interim_answer import send_interim_answer
from records.services import record_service
from tests.api.office import HOUSING, SCHOOLS, Office
from tests.api.papers import issued


async def look(client: httpx.AsyncClient, petition: Petition) -> dict[str, Any]:
    answer = await client.get(f"/api/public/petitions/{petition.query_code}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def codes(part: dict[str, Any]) -> list[str]:
    return [step["status"]["id"] for step in part["path"]]


def change(office: Office, row: Petition | Matter, **values: Any) -> None:
    with office.database.transaction() as session:
        kept = session.get_one(type(row), row.id)
        for name, value in values.items():
            setattr(kept, name, value)
        session.add(kept)


def issue(office: Office, petition: Petition, element_id: str, **more: Any) -> str:
    with office.database.transaction() as session:
        document = issued(
            session,
            petition,
            HOUSING,
            office.clock.now(),
            element_id=element_id,
            html=lambda number: f"<p>某信访人 {number}</p>",
        )
        for name, value in more.items():
            setattr(document, name, value)
        session.add(document)
        return document.id


async def test_before_its_claims_are_sorted_out_it_is_registered(
    office: Office, anyone: httpx.AsyncClient
) -> None:
    petition = office.petition()
    seen = await look(anyone, petition)

    assert (seen["number"], seen["received_on"]) == (petition.number, "2026-11-20")
    assert (seen["bureau"], seen["end"]) == ("示范市信访局", None)
    [whole] = seen["parts"]
    assert whole["status"] == {"id": "registered", "name": "已登记"}
    assert (whole["ordinal"], whole["unit"]) == (0, None)


async def test_each_claim_has_its_own_status_unit_and_due_day(
    office: Office, anyone: httpx.AsyncClient
) -> None:
    petition = office.petition(claims=("修好电梯", "公开账目"))
    first = office.matter(
        petition,
        route=Route.petition,
        procedure=Procedure.ordinary,
        handler_id="handler_zj",
    )
    office.matter(petition, SCHOOLS, ordinal=2, accepted_on=None, dispatch_mode=DispatchMode.assign)
    office.run_clock(petition, "D05", matter=first)
    office.run_clock(petition, "D04", matter=first)

    _, one, two = (await look(anyone, petition))["parts"]

    assert codes(one) == ["registered", "forwarded", "accepted", "in_progress"]
    assert one["unit"] == "示范市住房和城乡建设局"
    [due] = one["due"]
    assert due["due_on"] == "2027-01-19"
    assert "第三十四条" in due["reason"]
    assert (codes(two), two["unit"]) == (["registered", "assigned"], "示范市教育局")


async def test_an_extension_and_an_answer_show_with_their_days(
    office: Office, anyone: httpx.AsyncClient
) -> None:
    petition = office.petition()
    matter = office.matter(petition, handler_id="handler_zj")
    clock = office.run_clock(petition, "D05", matter=matter)
    with office.database.transaction() as session:
        extend_clock(
            session,
            clock_id=clock,
            days=30,
            reason="案情复杂",
            actor="unit_leader_zj",
            now=office.clock.now(),
        )
    office.clock.move(timedelta(days=10))
    document = issue(office, petition, "issue_opinion", matter_id=matter.id)
    change(office, matter, end=MatterEnd.answered, signed_at=office.clock.now())
    with office.database.transaction() as session:
        record_service(
            session,
            session.get_one(Document, document),
            way=Way.in_person,
            on=date(2026, 12, 3),
            is_served=True,
            server_id="handler_zj",
            now=office.clock.now(),
        )

    _, part = (await look(anyone, petition))["parts"]

    assert codes(part)[-2:] == ["extended", "answered"]
    assert [step["on"] for step in part["path"]][-2:] == ["2026-11-23", "2026-12-03"]
    [listed] = part["documents"]
    assert (listed["title"], listed["issued_on"]) == ("告知单", "2026-12-03")
    assert listed["received_on"] == "2026-12-03"


@pytest.mark.parametrize(
    ("end", "status"),
    [
        (MatterEnd.refused, "refused"),
        (MatterEnd.settled, "settled"),
        (MatterEnd.imported, "imported"),
        (MatterEnd.guided, "imported"),
        (MatterEnd.withdrawn, "concluded"),
    ],
)
async def test_other_ends_of_a_matter(
    office: Office, anyone: httpx.AsyncClient, end: MatterEnd, status: str
) -> None:
    petition = office.petition()
    office.matter(petition, accepted_on=None, end=end, ended_at=office.clock.now())
    _, part = (await look(anyone, petition))["parts"]
    assert codes(part) == ["registered", "forwarded", status]


@pytest.mark.parametrize(
    ("end", "path"),
    [
        (PetitionEnd.refused, ["registered", "refused", "concluded"]),
        (PetitionEnd.no_longer_accepted, ["registered", "no_longer_accepted", "concluded"]),
        (PetitionEnd.withdrawn, ["registered", "concluded"]),
    ],
)
async def test_a_petition_that_ended_without_matters(
    office: Office, anyone: httpx.AsyncClient, end: PetitionEnd, path: list[str]
) -> None:
    petition = office.petition()
    change(office, petition, end=end, closed_at=office.clock.now())
    seen = await look(anyone, petition)
    assert codes(seen["parts"][0]) == path
    assert seen["end"]["id"] == end.value


async def test_of_a_report_only_that_it_came_in_and_was_passed_on(
    office: Office, anyone: httpx.AsyncClient
) -> None:
    """Regulation 30(3): never to whom."""
    petition = office.petition()
    change(office, petition, is_sealed=True)
    matter = office.matter(petition, category=Category.report, is_sealed=True)
    office.run_clock(petition, "D05", matter=matter)
    issue(office, petition, "send_acceptance", matter_id=matter.id)
    whole, part = (await look(anyone, petition))["parts"]
    assert codes(whole) == codes(part) == ["received"]
    assert (part["unit"], part["due"], part["documents"]) == (None, [], [])
    assert part["status"]["name"] == "已接收"

    change(office, matter, end=MatterEnd.handed_over, ended_at=office.clock.now())
    _, part = (await look(anyone, petition))["parts"]
    assert (codes(part), part["unit"]) == (["received", "passed_on"], None)


async def test_interim_answers_are_shown_and_inner_documents_are_not(
    office: Office, anyone: httpx.AsyncClient
) -> None:
    petition = office.petition()
    matter = office.matter(petition)
    issue(office, petition, "dispatch_petition", matter_id=matter.id, addressee="unit")
    with office.database.transaction() as session:
        kept = session.get_one(Petition, petition.id)
        for about in (None, session.get_one(Matter, matter.id)):
            send_interim_answer(
                session, kept, about, text="正在核实。", sent_by="clerk", now=office.clock.now()
            )
    whole, part = (await look(anyone, petition))["parts"]
    assert [one["text"] for one in whole["interim_answers"]] == ["正在核实。"]
    assert [one["text"] for one in part["interim_answers"]] == ["正在核实。"]
    assert part["documents"] == []


async def test_no_name_no_text_and_no_opinion_is_shown(
    office: Office, anyone: httpx.AsyncClient
) -> None:
    petition = office.petition(address="示范市一号路", claims=("修好电梯",))
    office.matter(petition, handler_id="handler_zj", answer="内部意见", facts="查明的事实")
    issue(office, petition, "notify_dispatch")
    seen = str(await look(anyone, petition))
    for hidden in (
        *("某信访人", "000-0000", "一号路", "电梯", "内部意见", "查明的事实", "承办人"),
        *(petition.query_code, petition.id, "handler_zj"),
    ):
        assert hidden not in seen, hidden


async def test_the_code_may_be_typed_in_any_way(office: Office, anyone: httpx.AsyncClient) -> None:
    code = office.petition().query_code
    for typed in (code.lower(), f"{code[:5]} {code[5:]}", f"{code[:5]}-{code[5:]}"):
        assert (await anyone.get(f"/api/public/petitions/{typed}")).status_code == 200


async def test_words_follow_the_language(office: Office, anyone: httpx.AsyncClient) -> None:
    anyone.headers["Accept-Language"] = "en"
    [whole] = (await look(anyone, office.petition()))["parts"]
    assert whole["status"]["name"] == "Registered"


async def test_wrong_codes_are_all_answered_alike_and_then_no_more(
    office: Office, anyone: httpx.AsyncClient
) -> None:
    petition = office.petition()
    slip = petition.query_code[:-1] + ("2" if petition.query_code[-1] != "2" else "3")
    answers = [await anyone.get(f"/api/public/petitions/{code}") for code in (slip, "x", "2" * 10)]
    assert {(one.status_code, one.json()["error"]) for one in answers} == {
        (404, "QueryCodeNotFound")
    }
    for _ in range(7):
        # A code that exists in between takes nothing back.
        await look(anyone, petition)
        await anyone.get("/api/public/petitions/x")
    refused = await anyone.get(f"/api/public/petitions/{petition.query_code}")
    assert (refused.status_code, refused.json()["error"]) == (429, "TooManyLookups")
    assert int(refused.headers["retry-after"]) > 0


async def test_the_qr_code_opens_a_page(office: Office) -> None:
    petition = office.petition()
    office.matter(petition)
    async with office.client() as browser:
        browser.headers["Accept"] = "text/html"
        sent = await browser.get(f"/api/public/petitions/{petition.query_code}")
        page = await browser.get(sent.headers["location"])
        wrong = await browser.get("/public/x")

    assert sent.status_code == 303
    for word in ("已受理", "示范市住房和城乡建设局", "2026年11月20日"):
        assert word in page.text
    assert "某信访人" not in page.text
    assert (wrong.status_code, "没有这个查询码" in wrong.text) == (404, True)


async def test_codes_that_exist_may_be_looked_up_often(
    office: Office, anyone: httpx.AsyncClient
) -> None:
    petition = office.petition()
    for _ in range(15):
        await look(anyone, petition)
