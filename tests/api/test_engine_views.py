"""Instances, incidents, counts and diagrams, out of the journal."""

import httpx
import pytest

from journal import tables
from tests.api.office import HOUSING, MON_23_NOV_2026, PETITION_DEFINITION, Office, millis


def stuck(office: Office) -> int:
    """An instance with an open incident; gives the instance's key."""
    key = office.task(office.petition()) - 5
    office.write(
        tables.incident,
        [
            {
                "key": key + 6,
                "instance_key": key,
                "element_instance_key": key + 4,
                "element_id": "classify_petition",
                "error_type": "JOB_NO_RETRIES",
                "message": "no retries left",
                "state": "open",
                "created_at": millis(MON_23_NOV_2026),
            }
        ],
    )
    return key


async def test_instances_newest_first_page_by_page(
    office: Office, manager: httpx.AsyncClient
) -> None:
    keys = [str(office.task(office.petition()) - 5) for _ in range(3)]

    first = (await manager.get("/api/instances?limit=2")).json()
    second = (await manager.get(f"/api/instances?limit=2&cursor={first['next']}")).json()

    seen = [row["key"] for row in (*first["instances"], *second["instances"])]
    assert seen == keys[::-1]
    assert second["next"] is None


async def test_instances_are_filtered(office: Office, manager: httpx.AsyncClient) -> None:
    with_incident, _ = stuck(office), office.task(office.petition())

    async def found(query: str) -> list[str]:
        answer = await manager.get(f"/api/instances?{query}")
        return [row["key"] for row in answer.json()["instances"]]

    assert await found("incident=true") == [str(with_incident)]
    assert len(await found("incident=false")) == 1
    assert len(await found("process=petition&state=active")) == 2
    assert await found("state=completed") == []


async def test_one_instance_with_its_elements_and_incidents(
    office: Office, manager: httpx.AsyncClient
) -> None:
    key = stuck(office)

    found = (await manager.get(f"/api/instances/{key}")).json()

    assert found["open_incidents"] == 1
    assert [row["error_type"] for row in found["incidents"]] == ["JOB_NO_RETRIES"]
    assert "确定信访目的和承办单位" in [row["name"] for row in found["elements"]]
    assert found["drawing"]["active_ids"] == ["classify_petition"]


async def test_incidents_are_the_open_ones(office: Office, manager: httpx.AsyncClient) -> None:
    key = stuck(office)

    [row] = (await manager.get("/api/incidents")).json()["incidents"]

    assert (row["instance_key"], row["element_id"]) == (str(key), "classify_petition")
    assert (await manager.get("/api/incidents?state=resolved")).json()["incidents"] == []


async def test_a_stuck_step_is_for_the_operators(
    office: Office, manager: httpx.AsyncClient
) -> None:
    key = stuck(office)
    number = (await manager.get(f"/api/instances/{key}")).json()["petition_number"]

    [step] = (await manager.get(f"/api/petitions/{number}")).json()["steps"]

    assert step["has_incident"] is True
    assert "运维" in step["who"]


async def test_counts_by_element(office: Office, manager: httpx.AsyncClient) -> None:
    stuck(office)
    office.task(office.petition())

    counts = (await manager.get("/api/processes/petition/counts")).json()

    assert counts["definition_key"] == str(PETITION_DEFINITION)
    assert counts["active_instances"] == 2
    assert counts["elements"]["classify_petition"] == {
        "active": 2,
        "completed": 0,
        "terminated": 0,
        "incidents": 1,
    }
    assert counts["elements"]["register_petition"]["completed"] == 2


async def test_the_diagram_is_given_as_deployed(handler: httpx.AsyncClient) -> None:
    answer = await handler.get(f"/api/processes/{PETITION_DEFINITION}/xml")

    assert answer.headers["content-type"].startswith("application/xml")
    assert 'id="classify_petition"' in answer.text


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/api/instances/1", "InstanceNotFound"),
        ("/api/instances/x", "NotFound"),
        ("/api/processes/no_such/counts", "ProcessNotFound"),
        ("/api/processes/petition/counts?version=7", "ProcessNotFound"),
        ("/api/processes/1/xml", "ProcessNotFound"),
    ],
)
async def test_what_is_not_there_is_not_found(
    manager: httpx.AsyncClient, path: str, error: str
) -> None:
    answer = await manager.get(path)

    assert (answer.status_code, answer.json()["error"]) == (404, error)


@pytest.mark.parametrize(
    "path",
    ["/api/instances", "/api/instances/1", "/api/incidents", "/api/processes/petition/counts"],
)
async def test_caseworkers_do_not_see_the_engine(handler: httpx.AsyncClient, path: str) -> None:
    answer = await handler.get(path)

    assert (answer.status_code, answer.json()["error"]) == (403, "RoleMissing")
    assert HOUSING not in answer.text
