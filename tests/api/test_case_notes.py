"""Notes on a case through the API and on its page."""

import httpx
import pytest

from records.demo import BUREAU
from records.models import Membership, Petition
from records.models.petition import Category
from tests.api.case_files import handled
from tests.api.office import HOUSING, Office
from tests.api.test_pages import visitor
from tests.api.test_visibility import make_sealed_clerk

WORDS = "来电称已搬家"


@pytest.fixture
def petition(office: Office) -> Petition:
    return handled(office)[0]


async def write(office: Office, user: str, petition: Petition, text: str) -> httpx.Response:
    async with office.client(user) as client:
        return await client.post(f"/api/petitions/{petition.number}/notes", json={"text": text})


async def notes(office: Office, user: str, petition: Petition) -> list[str]:
    async with office.client(user) as client:
        found = (await client.get(f"/api/petitions/{petition.number}/notes")).json()
    return [one["text"] for one in found]


async def test_who_works_on_it_writes_and_all_who_see_it_read(
    office: Office, petition: Petition
) -> None:
    written = await write(office, "handler_zj", petition, WORDS)
    assert written.status_code == 201
    assert written.json()["author"]["id"] == "handler_zj"
    for user in ("clerk", "leader", "handler_zj", "auditor"):
        assert await notes(office, user, petition) == [WORDS]


@pytest.mark.parametrize(("user", "status"), [("auditor", 403), ("handler_jy", 404)])
async def test_others_do_not_write(
    office: Office, petition: Petition, user: str, status: int
) -> None:
    assert (await write(office, user, petition, WORDS)).status_code == status
    assert await notes(office, "clerk", petition) == []


async def test_only_its_author_edits_and_what_it_said_stays(
    office: Office, petition: Petition
) -> None:
    note = (await write(office, "handler_zj", petition, WORDS)).json()
    path = f"/api/petitions/{petition.number}/notes/{note['id']}"
    given = {"text": "新址已核", "edition": 1}
    async with office.client("clerk") as clerk, office.client("handler_zj") as handler:
        refused = await clerk.put(path, json=given)
        edited = (await handler.put(path, json=given)).json()
        late = await handler.put(path, json=given | {"text": "又一处"})
    assert (refused.status_code, refused.json()["error"]) == (403, "NotYourNote")
    assert (edited["text"], edited["edition"]) == ("新址已核", 2)
    assert [one["text"] for one in edited["earlier"]] == [WORDS]
    assert (late.status_code, late.json()["error"]) == (409, "NoteChanged")


async def test_who_only_oversees_by_now_edits_no_more(office: Office, petition: Petition) -> None:
    note = (await write(office, "clerk", petition, WORDS)).json()
    with office.database.transaction() as session:
        session.delete(session.get_one(Membership, ("clerk", "window_clerk", BUREAU)))
        session.add(Membership(user_id="clerk", role="auditor", unit_id=BUREAU))
    path = f"/api/petitions/{petition.number}/notes/{note['id']}"
    async with office.client("clerk") as clerk:
        answer = await clerk.put(path, json={"text": "x", "edition": 1})
    assert (answer.status_code, answer.json()["error"]) == (403, "RoleMissing")
    assert await notes(office, "auditor", petition) == [WORDS]


async def test_a_note_of_another_case_is_not_found(office: Office, petition: Petition) -> None:
    note = (await write(office, "handler_zj", petition, WORDS)).json()
    other, _ = handled(office)
    async with office.client("handler_zj") as handler:
        answer = await handler.put(
            f"/api/petitions/{other.number}/notes/{note['id']}", json={"text": "x", "edition": 1}
        )
    assert (answer.status_code, answer.json()["error"]) == (404, "NoteNotFound")


async def test_the_page_has_form_note_and_earlier_words(office: Office, petition: Petition) -> None:
    path = f"/petitions/{petition.number}"
    async with visitor(office, "handler_zj") as browser:
        sent = await browser.post(f"{path}/notes", data={"text": WORDS})
        assert sent.headers["location"] == f"{path}?done=noted#notes"
        [note] = (await browser.get(f"/api{path}/notes")).json()
        edit = {"text": "新址已核", "edition": "1"}
        await browser.post(f"{path}/notes/{note['id']}", data=edit)
        refused = await browser.post(f"{path}/notes/{note['id']}", data=edit | {"text": "再改"})
        page = (await browser.get(path)).text
    assert "改前内容（1）" in page
    assert WORDS in page
    assert "新址已核" in page
    assert refused.status_code == 409
    assert "再改" in refused.text
    async with visitor(office, "clerk") as browser:
        assert f'action="{path}/notes/{note["id"]}"' not in (await browser.get(path)).text


class TestAMixedPetition:
    """Nothing of the open part leads to the sealed one, nor the other way (article 30)."""

    @pytest.fixture
    def petition(self, office: Office) -> Petition:
        filed: Petition = office.petition()
        office.matter(filed, HOUSING)
        return filed

    async def test_each_part_reads_its_own(self, office: Office, petition: Petition) -> None:
        await write(office, "clerk", petition, "信中提到某科长收钱")
        office.matter(petition, HOUSING, ordinal=2, category=Category.report, is_sealed=True)
        make_sealed_clerk(office)
        await write(office, "follow_up", petition, "已约谈举报人")
        await write(office, "handler_zj", petition, "电梯已报修")
        for user in ("clerk", "handler_zj", "leader", "auditor"):
            assert await notes(office, user, petition) == ["电梯已报修"]
        assert len(await notes(office, "follow_up", petition)) == 3
        async with office.client("leader") as leader:
            told = (await leader.get(f"/api/petitions/{petition.number}/timeline")).json()
        assert [one["code"] for one in told["entries"]].count("write_note") == 1
