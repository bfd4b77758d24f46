"""Persons under masks: in JSON and on pages; a look at one field leaves a trace."""

import json

import httpx
import pytest
from sqlmodel import select

from records.models import AuditEntry, Matter, Petition
from records.models.petition import Category
from records.registration.new_petition import NewAgent, NewCompanion
from tests.api.case_files import handled
from tests.api.office import HOUSING, Office
from tests.api.test_pages import visitor
from tests.api.test_visibility import make_sealed_clerk

NAME, PHONE, CERTIFICATE, ADDRESS = "甲某某", "13800001234", "11010519491231002X", "示范小区9幢"
COMPANION, AGENT = "乙某某", "丙某某"
SECRETS = (PHONE, CERTIFICATE, ADDRESS, "13900005678", "13700009999")


@pytest.fixture
def petition(office: Office) -> Petition:
    filed, _ = handled(
        office,
        petitioner_name=NAME,
        phone=PHONE,
        id_number=CERTIFICATE,
        certificate_type="id_card",
        address=ADDRESS,
        companions=(NewCompanion(COMPANION, phone="13900005678"),),
        agents=(NewAgent(AGENT, "agent", phone="13700009999"),),
    )
    return filed


async def ask(
    office: Office, user: str, petition: Petition, who: str, field: str
) -> httpx.Response:
    async with office.client(user) as client:
        path = f"/api/petitions/{petition.number}/people/{who}/reveal"
        return await client.post(path, json={"field": field})


def looks(office: Office) -> list[AuditEntry]:
    with office.database.reading() as session:
        query = select(AuditEntry).where(AuditEntry.action == "reveal_person_field")
        return list(session.exec(query))


@pytest.mark.parametrize("user", ["clerk", "handler_zj", "leader", "manager", "auditor"])
async def test_nobody_reads_telephone_certificate_or_address_at_once(
    office: Office, petition: Petition, user: str
) -> None:
    async with office.client(user) as client:
        for path in ("", "/people"):
            shown = (await client.get(f"/api/petitions/{petition.number}{path}")).text
            assert not [one for one in SECRETS if one in shown], path
    async with visitor(office, user) as browser:
        page = await browser.get(f"/petitions/{petition.number}")
    assert page.status_code == 200
    assert not [one for one in SECRETS if one in page.text]


async def test_names_are_open_to_who_works_on_it_and_masked_for_who_oversees(
    office: Office, petition: Petition
) -> None:
    found = {}
    for user in ("clerk", "handler_zj", "manager", "auditor"):
        async with office.client(user) as client:
            answer = await client.get(f"/api/petitions/{petition.number}/people")
        people = answer.json()
        found[user] = (people["petitioner"]["name"], people["companions"][0]["name"])
    assert found["clerk"] == found["handler_zj"] == (NAME, COMPANION)
    assert found["manager"] == found["auditor"] == ("甲**", "乙**")


@pytest.mark.parametrize(
    ("who", "field", "value"),
    [
        ("petitioner", "phone", PHONE),
        ("petitioner", "id_number", CERTIFICATE),
        ("petitioner", "address", ADDRESS),
        ("companion-1", "phone", "13900005678"),
        ("agent-1", "phone", "13700009999"),
    ],
)
async def test_a_look_shows_one_field_and_is_in_the_trail(
    office: Office, petition: Petition, who: str, field: str, value: str
) -> None:
    answer = await ask(office, "handler_zj", petition, who, field)
    assert answer.json() == {"who": who, "field": field, "value": value}
    [look] = looks(office)
    assert (look.actor, look.petition_id) == ("handler_zj", petition.id)
    assert (look.detail["who"], look.detail["field"]) == (who, field)
    assert look.at == office.clock.now()
    assert value not in json.dumps(look.detail)


async def test_each_look_is_told_in_the_timeline(office: Office, petition: Petition) -> None:
    for _ in range(2):
        await ask(office, "handler_zj", petition, "petitioner", "phone")
    async with office.client("leader") as leader:
        path = f"/api/petitions/{petition.number}/timeline"
        entries = (await leader.get(path, params={"kind": "people"})).json()["entries"]
    told = [one for one in entries if one["code"] == "reveal_person_field"]
    assert [one["detail"] for one in told] == ["信访人 · 电话"] * 2
    assert {one["actor"]["id"] for one in told} == {"handler_zj"}


@pytest.mark.parametrize(
    ("user", "who", "field", "status"),
    [
        ("manager", "petitioner", "phone", 403),
        ("supervisor", "petitioner", "id_number", 403),
        ("legal_zj", "petitioner", "phone", 403),
        ("handler_jy", "petitioner", "phone", 404),
        ("handler_zj", "petitioner", "email", 404),
        ("handler_zj", "petitioner", "is_verified", 404),
        ("handler_zj", "companion-2", "phone", 404),
        ("handler_zj", "nobody", "phone", 404),
    ],
)
async def test_who_may_not_look_sees_nothing_and_leaves_no_trace(
    office: Office, petition: Petition, user: str, who: str, field: str, status: int
) -> None:
    answer = await ask(office, user, petition, who, field)
    assert answer.status_code == status
    assert not [one for one in SECRETS if one in answer.text]
    assert looks(office) == []


async def test_a_button_says_whose_field_it_shows_and_works_without_scripts(
    office: Office, petition: Petition
) -> None:
    async with visitor(office, "handler_zj") as browser:
        page = (await browser.get(f"/petitions/{petition.number}")).text
        assert 'aria-label="显示信访人的电话，查看会留下记录"' in page
        path = f"/petitions/{petition.number}/people/petitioner/reveal"
        whole = await browser.post(path, data={"field": "phone"})
        part = await browser.post(path, data={"field": "phone"}, headers={"HX-Request": "true"})
        again = (await browser.get(f"/petitions/{petition.number}")).text
    assert PHONE in whole.text
    assert CERTIFICATE not in whole.text
    assert PHONE in part.text
    assert "<html" not in part.text
    assert PHONE not in again
    assert len(looks(office)) == 2


async def test_who_may_not_look_has_no_button(office: Office, petition: Petition) -> None:
    async with visitor(office, "manager") as browser:
        page = (await browser.get(f"/petitions/{petition.number}")).text
    assert "甲**" in page
    assert 'class="reveal"' not in page


async def test_a_look_by_the_sealed_desk_is_known_to_the_desk_alone(office: Office) -> None:
    """A petition with a sealed claim: others do not learn that the desk looked (30(3))."""
    petition = office.petition(petitioner_name=NAME, phone=PHONE)
    office.matter(petition, HOUSING)
    sealed: Matter = office.matter(
        petition, HOUSING, ordinal=2, category=Category.report, is_sealed=True
    )
    make_sealed_clerk(office)
    answer = await ask(office, "follow_up", petition, "petitioner", "phone")
    assert answer.json()["value"] == PHONE
    seen = {}
    for user in ("follow_up", "leader", "handler_zj", "auditor"):
        async with office.client(user) as client:
            path = f"/api/petitions/{petition.number}"
            timeline = (await client.get(f"{path}/timeline")).json()["entries"]
            history = (await client.get(path)).json()["history"]
        codes = [one["code"] for one in (*timeline, *history)]
        seen[user] = codes.count("reveal_person_field")
    assert seen == {"follow_up": 2, "leader": 0, "handler_zj": 0, "auditor": 0}
    assert sealed.is_sealed
