"""Issued documents are shown and printed as issued, to those who may see the case."""

import asyncio
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from hashlib import sha256
from io import BytesIO
from urllib.parse import quote

import httpx
from pypdf import PdfReader
from sqlmodel import select
from structlog.testing import capture_logs

from printing.typesetting import renderer
from records.documents import issue_document
from records.models import DocumentRendition, Petition, Unit, User
from settings import ROOT
from tests.api.office import HOUSING, Office

SLIP = "<h1>转送告知单</h1><p>{number}</p><script>1</script>"


def issue(
    office: Office,
    petition: Petition,
    html: Callable[[str], str] = lambda number: SLIP.format(number=number),
) -> str:
    with office.database.transaction() as session:
        document = issue_document(
            session,
            petition=petition,
            element_id="notify_dispatch",
            kind="转",
            title="转送告知单",
            html=html,
            basis="regulation_2022:22",
            unit=session.get_one(Unit, petition.bureau_id),
            template_sha256="0" * 64,
            now=office.clock.now(),
        )
        return document.id


async def test_a_document_is_listed_and_shown(office: Office, manager: httpx.AsyncClient) -> None:
    petition = office.petition()
    issue(office, petition)

    [listed] = (await manager.get(f"/api/petitions/{petition.number}")).json()["documents"]
    shown = await manager.get(listed["link"])

    assert listed["issued_on"] == date(2026, 11, 23).isoformat()
    assert listed["number"] in shown.text


async def test_a_document_runs_nothing(office: Office, manager: httpx.AsyncClient) -> None:
    document_id = issue(office, office.petition())

    policy = (await manager.get(f"/api/documents/{document_id}")).headers["content-security-policy"]

    assert policy.startswith("sandbox; default-src 'none'")


async def test_a_foreign_document_does_not_exist(
    office: Office, foreigner: httpx.AsyncClient, anyone: httpx.AsyncClient
) -> None:
    petition = office.petition()
    office.at_unit(petition, HOUSING)
    document_id = issue(office, petition)

    for identifier in (document_id, "no-such"):
        answer = await foreigner.get(f"/api/documents/{identifier}")
        assert (answer.status_code, answer.json()["error"]) == (404, "DocumentNotFound")
        answer = await foreigner.get(f"/api/documents/{identifier}/pdf")
        assert (answer.status_code, answer.json()["error"]) == (404, "DocumentNotFound")
    assert (await anyone.get(f"/api/documents/{document_id}")).status_code == 401
    assert (await anyone.get(f"/api/documents/{document_id}/pdf")).status_code == 401


NOTICE = (
    '<!doctype html><html lang="zh-CN"><head><title>转送告知单</title></head><body><header>'
    '<div class="issuer">示范市信访局</div><h1>转送告知单</h1><div class="number">{number}</div>'
    '</header><main><p>{text}</p><div class="signature"><p>示范市信访局</p></div></main>'
    "</body></html>"
)


def notice(text: str) -> Callable[[str], str]:
    """The body of a notice with this text, given its number."""
    return lambda number: NOTICE.format(number=number, text=text)


async def test_a_document_is_printed_once_and_given_again_byte_for_byte(
    office: Office, manager: httpx.AsyncClient
) -> None:
    petition = office.petition()
    issue(office, petition, notice("您的信访事项已经转送。"))
    [listed] = (await manager.get(f"/api/petitions/{petition.number}")).json()["documents"]

    first = await manager.get(listed["pdf"])
    office.clock.move(timedelta(days=1))
    second = await manager.get(listed["pdf"])

    assert first.headers["content-type"] == "application/pdf"
    assert first.headers["cache-control"] == "no-store"
    name = quote(f"转送告知单 {listed['number']}.pdf", safe="")
    assert first.headers["content-disposition"].endswith(f"filename*=UTF-8''{name}")
    assert first.content == second.content
    with office.database.reading() as session:
        [kept] = session.exec(select(DocumentRendition)).all()
    assert kept.content == first.content
    assert kept.sha256 == sha256(first.content).hexdigest()
    assert (kept.pages, kept.renderer) == (1, renderer())
    text = PdfReader(BytesIO(first.content)).pages[0].extract_text()
    assert "您的信访事项已经转送。" in text
    assert "印章" in text


async def test_outside_demo_mode_the_place_of_the_seal_is_left_blank(real_office: Office) -> None:
    document_id = issue(real_office, real_office.petition(), notice("您的信访事项已经转送。"))
    with real_office.database.transaction() as session:
        kept = session.get_one(User, "manager")
        kept.is_demo = False
        session.add(kept)
    async with real_office.client("manager") as client:
        answer = await client.get(f"/api/documents/{document_id}/pdf")

    assert "印章" not in PdfReader(BytesIO(answer.content)).pages[0].extract_text()


async def test_many_who_ask_at_once_get_the_same_bytes(
    office: Office, manager: httpx.AsyncClient
) -> None:
    document_id = issue(office, office.petition(), notice("您的信访事项已经转送。"))

    answers = await asyncio.gather(
        *(manager.get(f"/api/documents/{document_id}/pdf") for _ in range(6))
    )

    assert len({answer.content for answer in answers}) == 1
    assert {answer.status_code for answer in answers} == {200}


async def test_a_character_without_glyph_is_named_and_nothing_is_kept(
    office: Office, manager: httpx.AsyncClient
) -> None:
    document_id = issue(office, office.petition(), notice("𠮷某某：您的信访事项已经转送。"))

    answer = await manager.get(f"/api/documents/{document_id}/pdf")

    assert (answer.status_code, answer.json()["error"]) == (409, "GlyphsMissing")
    assert "U+20BB7" in answer.json()["detail"]
    with office.database.reading() as session:
        assert session.exec(select(DocumentRendition)).all() == []


async def test_a_font_in_the_data_directory_brings_the_missing_glyph(
    office: Office, manager: httpx.AsyncClient
) -> None:
    document_id = issue(office, office.petition(), notice("\ue801"))
    missing = await manager.get(f"/api/documents/{document_id}/pdf")
    folder = office.settings.data_dir / "fonts"
    folder.mkdir()
    shutil.copy(ROOT / "web/node_modules/bpmn-js/dist/assets/bpmn-font/font/bpmn.ttf", folder)

    found = await manager.get(f"/api/documents/{document_id}/pdf")

    assert (missing.status_code, found.status_code) == (409, 200)


async def test_unknown_markup_is_logged_by_name_and_never_half_printed(
    office: Office, manager: httpx.AsyncClient
) -> None:
    document_id = issue(office, office.petition())

    with capture_logs() as logged:
        answer = await manager.get(f"/api/documents/{document_id}/pdf")

    assert (answer.status_code, answer.json()["error"]) == (503, "PrintingFailed")
    [line] = [one for one in logged if one["event"] == "printing_failed"]
    assert (line["error"], line["detail"]) == ("UnknownMarkup", "h1 in body")


async def test_the_case_page_links_to_the_print(office: Office, manager: httpx.AsyncClient) -> None:
    petition = office.petition()
    document_id = issue(office, petition)

    page = (await manager.get(f"/petitions/{petition.number}")).text

    assert f'href="/api/documents/{document_id}/pdf"' in page
