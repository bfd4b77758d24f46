"""Attachments of a case: what is taken, who gets it back, and with which headers."""

from datetime import timedelta
from hashlib import sha256

import httpx
import pytest

from records.case_file.errors import VirusFound
from records.models import Petition
from records.models.case_file import ScanResult
from records.models.petition import Category
from settings import Settings
from tests.api.case_files import PDF, PNG, PROGRAM, handled, upload
from tests.api.office import HOUSING, Office
from tests.api.test_pages import visitor
from tests.api.test_visibility import make_sealed_clerk, seal


@pytest.fixture
def petition(office: Office) -> Petition:
    return handled(office)[0]


async def test_a_file_comes_back_as_it_was_sent(office: Office, petition: Petition) -> None:
    async with office.client("handler_zj") as handler:
        kept = await upload(handler, petition)
        one = kept.json()
        got = await handler.get(one["link"])
    assert kept.status_code == 201
    assert (one["kind"], one["size"], one["sha256"]) == ("pdf", len(PDF), sha256(PDF).hexdigest())
    assert got.content == PDF
    assert got.headers["content-type"] == "application/octet-stream"
    assert got.headers["content-disposition"].startswith("attachment; ")
    assert got.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["cache-control"] == "no-store"


async def test_what_browsers_show_is_shown_to_our_own_pages_only(
    office: Office, petition: Petition
) -> None:
    async with office.client("handler_zj") as handler:
        one = (await upload(handler, petition, "证据.png", PNG)).json()
        shown = await handler.get(one["preview"])
        text = (await upload(handler, petition, "说明.txt", "情况说明".encode())).json()
        plain = await handler.get(text["link"], params={"inline": "true"})
    assert shown.headers["content-type"] == "image/png"
    assert shown.headers["content-disposition"].startswith("inline; ")
    assert "frame-ancestors 'self'" in shown.headers["content-security-policy"]
    assert text["preview"] is None
    assert plain.headers["content-disposition"].startswith("attachment; ")
    assert plain.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize(
    ("name", "content", "status", "error"),
    [
        ("信.pdf", PROGRAM, 422, "KindNotTaken"),
        ("图.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", 422, "KindNotTaken"),
        ("包.zip", b"PK\x03\x04 anything", 422, "KindNotTaken"),
        ("空.pdf", b"", 422, "AttachmentEmpty"),
    ],
)
async def test_the_content_decides_whatever_the_name_says(
    office: Office, petition: Petition, name: str, content: bytes, status: int, error: str
) -> None:
    async with office.client("handler_zj") as handler:
        answer = await upload(handler, petition, name, content)
        listed = (await handler.get(f"/api/petitions/{petition.number}/attachments")).json()
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert listed["attachments"] == []


async def test_a_file_may_be_larger_than_other_requests_and_not_larger_than_set(
    office: Office, petition: Petition
) -> None:
    runtime = office.app.state.runtime
    runtime.settings = Settings(
        data_dir=office.settings.data_dir, demo=True, attachment_max_bytes=150_000
    )
    async with office.client("handler_zj") as handler:
        # Other requests of this office may have 100,000 bytes.
        taken = await upload(handler, petition, content=PDF + b"0" * 120_000)
        refused = await upload(handler, petition, content=PDF + b"0" * 150_000)
    assert taken.status_code == 201
    assert (refused.status_code, refused.json()["error"]) == (413, "AttachmentTooLarge")


@pytest.mark.parametrize(("user", "status"), [("auditor", 403), ("handler_jy", 404)])
async def test_others_add_nothing(
    office: Office, petition: Petition, user: str, status: int
) -> None:
    async with office.client(user) as client:
        assert (await upload(client, petition)).status_code == status


async def test_who_does_not_see_the_case_does_not_find_its_files(
    office: Office, petition: Petition
) -> None:
    other, _ = handled(office)
    async with office.client("handler_zj") as handler, office.client("handler_jy") as foreigner:
        link = (await upload(handler, petition)).json()["link"]
        assert (await foreigner.get(link)).status_code == 404
        # Nor does a number that one sees open a file of another.
        elsewhere = link.replace(petition.number, other.number)
        assert (await handler.get(elsewhere)).status_code == 404


async def test_its_bringer_removes_it_today_with_a_trace(
    office: Office, petition: Petition
) -> None:
    async with office.client("handler_zj") as handler, office.client("clerk") as clerk:
        first, second = (await upload(handler, petition)).json(), await upload(handler, petition)
        assert (await clerk.delete(first["link"])).json()["error"] == "AttachmentStays"
        assert (await handler.delete(first["link"])).status_code == 204
        assert (await handler.get(first["link"])).status_code == 404
        office.clock.move(timedelta(days=1))
        late = await handler.delete(second.json()["link"])
        path = f"/api/petitions/{petition.number}"
        rows = (await clerk.get(f"{path}/attachments")).json()["attachments"]
        told = (await clerk.get(f"{path}/timeline", params={"kind": "documents"})).json()
    assert (late.status_code, late.json()["error"]) == (409, "AttachmentStays")
    removed = next(one for one in rows if one["id"] == first["id"])
    assert (removed["link"], removed["sha256"]) == (None, first["sha256"])
    assert removed["removed_at"] is not None
    codes = [one["code"] for one in told["entries"]]
    assert codes == ["remove_attachment", "upload_attachment", "upload_attachment"]


async def test_nothing_is_scanned_by_default_and_the_page_says_so(
    office: Office, petition: Petition
) -> None:
    async with visitor(office, "handler_zj") as browser:
        path = f"/petitions/{petition.number}"
        sent = await browser.post(f"{path}/attachments", files={"file": ("信.pdf", PDF)})
        page = (await browser.get(path)).text
    assert sent.headers["location"] == f"{path}?done=attached#attachments"
    assert "未接入病毒扫描" in page
    assert "未扫描" in page
    assert sha256(PDF).hexdigest() in page


async def test_a_scanner_that_is_set_up_decides(office: Office, petition: Petition) -> None:
    class Strict:
        def scan(self, content: bytes) -> ScanResult:
            if content == PDF:
                raise VirusFound
            return ScanResult.clean

    office.app.state.runtime.scanner = Strict()
    async with office.client("handler_zj") as handler:
        refused = await upload(handler, petition)
        taken = await upload(handler, petition, content=PDF + b"0")
    assert (refused.status_code, refused.json()["error"]) == (422, "VirusFound")
    assert taken.json()["scan"] == "clean"


async def test_what_was_refused_is_said_on_the_page(office: Office, petition: Petition) -> None:
    async with visitor(office, "handler_zj") as browser:
        path = f"/petitions/{petition.number}/attachments"
        for sent in ({"files": {"file": ("信.pdf", PROGRAM)}}, {"data": {"x": "y"}}):
            answer: httpx.Response = await browser.post(path, **sent)
            assert answer.status_code == 422
            assert 'role="alert"' in answer.text


async def test_files_of_a_report_are_for_the_sealed_desk_alone(office: Office) -> None:
    """Article 30(3): also for who brought them before it was sealed."""
    petition = office.petition()
    async with office.client("clerk") as clerk:
        link = (await upload(clerk, petition)).json()["link"]
        seal(office, petition)
        make_sealed_clerk(office)
        assert (await clerk.get(link)).status_code == 404
    async with office.client("follow_up") as desk:
        assert (await desk.get(link)).content == PDF


async def test_in_a_mixed_petition_each_part_has_its_own(office: Office) -> None:
    petition = office.petition()
    office.matter(petition, HOUSING)
    async with office.client("clerk") as clerk, office.client("handler_zj") as handler:
        before = (await upload(clerk, petition, "原信.pdf")).json()["link"]
        office.matter(petition, HOUSING, ordinal=2, category=Category.report, is_sealed=True)
        make_sealed_clerk(office)
        async with office.client("follow_up") as desk:
            secret = (await upload(desk, petition, "密.pdf")).json()["link"]
            assert (await desk.get(before)).status_code == 200
        own = (await upload(handler, petition, "修理单.pdf")).json()["link"]
        for client in (clerk, handler):
            found = [(await client.get(link)).status_code for link in (before, secret, own)]
            assert found == [404, 404, 200]
            listed = await client.get(f"/api/petitions/{petition.number}/attachments")
            assert [one["name"] for one in listed.json()["attachments"]] == ["修理单.pdf"]
