"""The case page: short at first, says what is next and why that day; its forms of change."""

import re
from datetime import date

import pytest
from sqlmodel import select

from records.models import InterestedHandler, Matter, Petition, RelatedPetition
from tests.api.case_files import add_steps, handled
from tests.api.office import HOUSING, SCHOOLS, Office
from tests.api.test_documents import issue as printable
from tests.api.test_documents import notice
from tests.api.test_pages import visitor
from tests.api.test_visibility import issue

HANDLERS = (f"handler@{HOUSING}",)
MOST_BYTES = 40_000  # of the first HTML, before compression


async def test_a_case_with_300_steps_of_the_engine_begins_with_a_small_page(
    office: Office,
) -> None:
    petition, matter = handled(office)
    root = office.task(petition, "handle_petition", HANDLERS) - 5
    for _ in range(10):
        add_steps(office, root, petition, 30)
    issue(office, petition, matter)
    sizes = {}
    for user in ("clerk", "handler_zj", "unit_leader_zj", "leader", "supervisor", "auditor"):
        async with visitor(office, user) as browser:
            answer = await browser.get(f"/petitions/{petition.number}")
        assert answer.status_code == 200
        assert answer.text.count("of-engine") == 0
        sizes[user] = len(answer.content)
    assert max(sizes.values()) < MOST_BYTES, sizes


async def test_a_longer_history_makes_the_page_no_longer(office: Office) -> None:
    sizes = []
    for steps in (10, 300):
        petition, _ = handled(office)
        root = office.task(petition, "handle_petition", HANDLERS) - 5
        add_steps(office, root, petition, steps)
        async with visitor(office, "handler_zj") as browser:
            sizes.append(len((await browser.get(f"/petitions/{petition.number}")).content))
    assert abs(sizes[0] - sizes[1]) < 100


async def test_the_summary_says_who_must_do_what_until_when_and_why(office: Office) -> None:
    petition, _ = handled(office)
    office.task(petition, "handle_petition", HANDLERS)
    async with office.client("handler_zj") as handler:
        shown = (await handler.get(f"/api/petitions/{petition.number}/summary")).json()
    [step] = shown["steps"]
    assert (shown["state"], step["name"]) == ("调查并提出处理意见", "调查并提出处理意见")
    assert step["who"] == "示范市住房和城乡建设局 承办人"
    assert (step["due"]["on"], step["due"]["days_left"]) == ("2027-01-19", 57)
    assert any("第三十四条" in line for line in step["due"]["why"])
    assert step["task_key"] is not None


async def test_a_closed_case_has_no_deadline_and_says_how_it_ended(office: Office) -> None:
    petition, _ = handled(office)
    with office.database.transaction() as session:
        kept = session.get_one(Petition, petition.id)
        kept.closed_at, kept.end = office.clock.now(), "finished"
        session.add(kept)
    async with office.client("clerk") as clerk:
        shown = (await clerk.get(f"/api/petitions/{petition.number}/summary")).json()
    assert (shown["state"], shown["due"], shown["steps"]) == ("办结", None, [])


async def test_the_bar_leads_to_every_part(office: Office) -> None:
    petition, _ = handled(office)
    async with visitor(office, "leader") as browser:
        page = (await browser.get(f"/petitions/{petition.number}")).text
    bar = page[page.index('id="case-bar"') : page.index("</nav>", page.index('id="case-bar"'))]
    targets = re.findall(r'href="#([\w-]+)"', bar)
    assert len(targets) > 8
    for target in targets:
        assert f'id="{target}"' in page, target


async def test_the_viewer_of_diagrams_is_not_loaded_with_the_page(office: Office) -> None:
    petition, _ = handled(office)
    async with visitor(office, "handler_zj") as browser:
        page = (await browser.get(f"/petitions/{petition.number}")).text
    assert not re.search(r"<(script|link)[^>]+diagram\.(js|css)", page)
    assert re.search(r'data-script="/static/diagram\.js', page)


async def test_documents_are_previewed_where_the_page_may_frame_them(office: Office) -> None:
    petition, _ = handled(office)
    document = printable(office, petition, notice("您的信访事项已经转送。"))
    async with visitor(office, "handler_zj") as browser:
        answer = await browser.get(f"/petitions/{petition.number}")
        pdf = await browser.get(f"/api/documents/{document}/pdf", params={"inline": "true"})
        download = await browser.get(f"/api/documents/{document}/pdf")
    assert f'href="/api/documents/{document}/pdf?inline=true"' in answer.text
    assert "frame-src 'self'" in answer.headers["content-security-policy"]
    assert pdf.content[:5] == b"%PDF-"
    assert pdf.headers["content-disposition"].startswith("inline; ")
    assert "frame-ancestors 'self'" in pdf.headers["content-security-policy"]
    assert download.headers["content-disposition"].startswith("attachment; ")


async def test_the_form_for_service_comes_when_it_is_opened(office: Office) -> None:
    petition, _ = handled(office)
    document = issue(office, petition)
    path = f"/petitions/{petition.number}/documents/{document}/service"
    async with visitor(office, "handler_zj") as browser:
        page = (await browser.get(f"/petitions/{petition.number}")).text
        form = await browser.get(path, headers={"HX-Request": "true"})
        whole = await browser.get(path)
    async with visitor(office, "auditor") as browser:
        refused = await browser.get(path)
    assert f'hx-get="{path}"' in page
    assert f'action="{path}"' not in page
    assert f'action="{path}"' in form.text
    assert "<html" not in form.text
    assert "<html" in whole.text
    assert refused.status_code == 404


async def test_related_petitions_are_shown_both_ways_to_who_may_see_them(office: Office) -> None:
    first, _ = handled(office, subject="第一次")
    second, _ = handled(office, subject="第二次")
    unseen = office.petition("别处的")
    with office.database.transaction() as session:
        for earlier in (first, unseen):
            session.add(
                RelatedPetition(
                    petition_id=second.id,
                    earlier_id=earlier.id,
                    linked_by="classifier",
                    linked_at=office.clock.now(),
                )
            )
    async with office.client("handler_zj") as handler:
        found = {
            one.number: [
                (row["number"], row["is_later"])
                for row in (await handler.get(f"/api/petitions/{one.number}/related")).json()
            ]
            for one in (first, second)
        }
    assert found == {
        first.number: [(second.number, True)],
        second.number: [(first.number, False)],
    }


class TestTransfer:
    """The bureau gives a matter to another unit (article 22)."""

    async def test_it_is_sent_from_the_page(self, office: Office) -> None:
        petition, _ = handled(office)
        path = f"/petitions/{petition.number}/matters/1/transfer"
        async with visitor(office, "classifier") as browser:
            page = (await browser.get(f"/petitions/{petition.number}")).text
            assert f'action="{path}"' in page
            assert f'<option value="{SCHOOLS}">' in page
            sent = await browser.post(path, data={"unit": SCHOOLS, "reason": "职权划分"})
            after = (await browser.get(sent.headers["location"])).text
        assert sent.status_code == 303
        assert "已变更承办单位，期限不变。" in after
        with office.database.reading() as session:
            matter = session.exec(select(Matter)).one()
        assert (matter.unit_id, matter.accepted_on) == (SCHOOLS, date(2026, 11, 20))

    async def test_what_stands_against_it_is_beside_what_was_typed(self, office: Office) -> None:
        petition, _ = handled(office)
        path = f"/petitions/{petition.number}/matters/1/transfer"
        async with visitor(office, "classifier") as browser:
            refused = await browser.post(path, data={"unit": HOUSING, "reason": "职权划分"})
        assert refused.status_code == 409
        assert "职权划分" in refused.text
        assert 'role="alert"' in refused.text

    @pytest.mark.parametrize("user", ["clerk", "unit_leader_zj", "auditor"])
    async def test_nobody_else_has_the_form(self, office: Office, user: str) -> None:
        petition, _ = handled(office)
        async with visitor(office, user) as browser:
            page = (await browser.get(f"/petitions/{petition.number}")).text
        assert "/transfer" not in page


class TestRecusal:
    """Who has an interest keeps out (回避, article 28)."""

    async def test_it_is_sent_from_the_page(self, office: Office) -> None:
        petition, _ = handled(office)
        path = f"/petitions/{petition.number}/matters/1/recusal"
        given = {"user": "handler_zj", "handler": "handler2_zj", "reason": "系其亲属"}
        async with visitor(office, "unit_leader_zj") as browser:
            page = (await browser.get(f"/petitions/{petition.number}")).text
            assert f'action="{path}"' in page
            assert '<option value="handler2_zj">' in page
            refused = await browser.post(path, data=given | {"handler": ""})
            sent = await browser.post(path, data=given)
        assert refused.status_code == 409
        assert "系其亲属" in refused.text
        assert sent.status_code == 303
        with office.database.reading() as session:
            assert session.exec(select(Matter)).one().handler_id == "handler2_zj"
            assert session.exec(select(InterestedHandler)).one().user_id == "handler_zj"

    @pytest.mark.parametrize("user", ["handler_zj", "classifier", "auditor"])
    async def test_nobody_else_has_the_form(self, office: Office, user: str) -> None:
        petition, _ = handled(office)
        async with visitor(office, user) as browser:
            page = (await browser.get(f"/petitions/{petition.number}")).text
        assert "/recusal" not in page
