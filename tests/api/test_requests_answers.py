"""Interim answers and the petitioner's rating."""

from typing import Any

import httpx
import pytest
from sqlmodel import select

from records.models import Clock, ClockEvent, Matter, OutboxCommand, Petition, TaskDecision
from tests.api.office import SCHOOLS, Office

TEXT = "已通知检验机构到场，结果出来后书面答复。"
GOOD: dict[str, Any] = {"bureau": "satisfied", "unit": "fairly_satisfied"}


def path(petition: Petition, what: str) -> str:
    return f"/api/petitions/{petition.number}/{what}"


class TestInterimAnswer:
    """Edge case 26: a message that finishes nothing and stops no clock."""

    async def test_it_is_kept_and_nothing_else_happens(
        self, office: Office, handler: httpx.AsyncClient
    ) -> None:
        petition = office.petition()
        matter = office.matter(petition)
        office.run_clock(petition, "D05", matter=matter)
        before = traces(office)

        answer = await handler.post(
            path(petition, "interim-answers"), json={"text": TEXT, "matter": 1}
        )

        assert answer.status_code == 201
        assert (answer.json()["text"], answer.json()["matter"]) == (TEXT, 1)
        assert traces(office) == before
        shown = (await handler.get(f"/api/petitions/{petition.number}")).json()
        assert shown["interim_answers"] == [answer.json()]
        [one] = shown["matters"]
        assert (one["end"], one["answer"], one["outcome"]) == (None, None, None)
        assert "过程性答复" in [entry["name"] for entry in shown["history"]]

    @pytest.mark.parametrize("user", ["clerk", "classifier", "follow_up", "unit_leader_zj"])
    async def test_bureau_and_unit_write(self, office: Office, user: str) -> None:
        petition = office.petition()
        office.matter(petition)
        async with office.client(user) as person:
            answer = await person.post(path(petition, "interim-answers"), json={"text": TEXT})
        assert (answer.status_code, answer.json()["matter"]) == (201, None)

    async def test_others_do_not(self, office: Office, manager: httpx.AsyncClient) -> None:
        petition = office.petition()
        answer = await manager.post(path(petition, "interim-answers"), json={"text": TEXT})
        assert (answer.status_code, answer.json()["error"]) == (403, "RoleMissing")

    async def test_a_matter_that_is_not_there_is_named(
        self, office: Office, clerk: httpx.AsyncClient
    ) -> None:
        petition = office.petition()
        office.matter(petition, is_sealed=True)
        for ordinal in (1, 2):
            body = {"text": TEXT, "matter": ordinal}
            answer = await clerk.post(path(petition, "interim-answers"), json=body)
            assert (answer.status_code, answer.json()["error"]) == (404, "MatterNotFound")

    async def test_after_closing_nothing_is_interim(
        self, office: Office, clerk: httpx.AsyncClient
    ) -> None:
        petition = office.petition()
        close(office, petition)
        answer = await clerk.post(path(petition, "interim-answers"), json={"text": TEXT})
        assert (answer.status_code, answer.json()["error"]) == (409, "PetitionClosed")


def traces(office: Office) -> list[Any]:
    """Everything that would show that work was finished or a clock touched."""
    with office.database.reading() as session:
        return [
            [row.model_dump() for row in session.exec(select(table))]
            for table in (Clock, ClockEvent, Matter, OutboxCommand, TaskDecision, Petition)
        ]


def close(office: Office, petition: Petition) -> None:
    with office.database.transaction() as session:
        kept = session.get_one(Petition, petition.id)
        kept.closed_at = office.clock.now()
        session.add(kept)


class TestRating:
    """Asked for after the answer (D21), given once; the unit reads it when the case is closed."""

    @pytest.fixture
    def petition(self, office: Office) -> Petition:
        filed: Petition = office.petition()
        office.matter(filed)
        office.run_clock(filed, "D21")
        return filed

    async def test_it_is_kept_and_the_process_told(
        self, office: Office, petition: Petition, clerk: httpx.AsyncClient
    ) -> None:
        assert "rate" in (await clerk.get(f"/api/petitions/{petition.number}")).json()["may"]
        answer = await clerk.post(path(petition, "rating"), json=GOOD)

        assert answer.status_code == 201
        assert answer.json()["unit"] == {"id": "fairly_satisfied", "name": "基本满意"}
        _, message = office.outbox()[-1]
        assert (message["name"], message["correlation_key"]) == ("rating_given", petition.id)
        assert message["variables"] == {}

    async def test_it_is_given_once(
        self, office: Office, petition: Petition, clerk: httpx.AsyncClient
    ) -> None:
        await clerk.post(path(petition, "rating"), json=GOOD)
        again = await clerk.post(path(petition, "rating"), json=GOOD)
        assert (again.status_code, again.json()["error"]) == (409, "RatingGiven")
        assert "rate" not in (await clerk.get(f"/api/petitions/{petition.number}")).json()["may"]

    async def test_the_unit_reads_it_once_the_case_is_closed(
        self,
        office: Office,
        petition: Petition,
        clerk: httpx.AsyncClient,
        handler: httpx.AsyncClient,
    ) -> None:
        await clerk.post(path(petition, "rating"), json=GOOD)

        async def seen(client: httpx.AsyncClient) -> bool:
            shown = (await client.get(f"/api/petitions/{petition.number}")).json()
            return shown["rating"] is not None

        assert (await seen(clerk), await seen(handler)) == (True, False)
        close(office, petition)
        assert await seen(handler)

    @pytest.mark.parametrize(
        ("change", "status", "error"),
        [
            ({"unit": "dissatisfied"}, 422, "RatingReasonMissing"),
            ({"bureau": "delighted"}, 422, "CodeUnknown"),
            ({"stars": 5}, 422, "InvalidInput"),
        ],
    )
    async def test_what_is_wrong_is_named(
        self,
        petition: Petition,
        clerk: httpx.AsyncClient,
        change: dict[str, Any],
        status: int,
        error: str,
    ) -> None:
        answer = await clerk.post(path(petition, "rating"), json=GOOD | change)
        assert (answer.status_code, answer.json()["error"]) == (status, error)

    async def test_who_is_not_satisfied_says_why(
        self, petition: Petition, clerk: httpx.AsyncClient
    ) -> None:
        body = GOOD | {"unit": "dissatisfied", "reason": "没有解决问题"}
        answer = await clerk.post(path(petition, "rating"), json=body)
        assert answer.json()["reason"] == "没有解决问题"

    async def test_an_anonymous_petitioner_rates_nothing(
        self, office: Office, clerk: httpx.AsyncClient
    ) -> None:
        petition = office.petition(petitioner_name="")
        office.run_clock(petition, "D21")
        answer = await clerk.post(path(petition, "rating"), json=GOOD)
        assert (answer.status_code, answer.json()["error"]) == (409, "AnonymousNotRated")

    async def test_before_the_answer_no_rating_is_asked(
        self, office: Office, clerk: httpx.AsyncClient
    ) -> None:
        answer = await clerk.post(path(office.petition(), "rating"), json=GOOD)
        assert (answer.status_code, answer.json()["error"]) == (409, "NoRatingAsked")

    async def test_the_unit_that_is_rated_does_not_take_it_down(
        self, office: Office, petition: Petition, handler: httpx.AsyncClient
    ) -> None:
        office.matter(petition, SCHOOLS, ordinal=2)
        answer = await handler.post(path(petition, "rating"), json=GOOD)
        assert (answer.status_code, answer.json()["error"]) == (403, "RoleMissing")
