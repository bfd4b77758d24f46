"""When a broker counts as ready."""

from engine.local.health import has_leaders


def topology(*partitions: dict[str, object], count: int = 1) -> dict[str, object]:
    """A topology answer with one broker."""
    return {"brokers": [{"partitions": list(partitions)}], "partitionsCount": count}


LED = {"partitionId": 1, "role": "leader", "health": "healthy"}


def test_a_healthy_leader_of_every_partition_is_ready() -> None:
    assert has_leaders(topology(LED))
    assert has_leaders(topology(LED, LED | {"partitionId": 2}, count=2))


def test_a_follower_an_unhealthy_leader_or_a_missing_partition_is_not() -> None:
    assert not has_leaders(topology(LED | {"role": "follower"}))
    assert not has_leaders(topology(LED | {"health": "unhealthy"}))
    assert not has_leaders(topology(LED, count=2))


def test_a_broker_that_names_no_partitions_yet_is_not() -> None:
    assert not has_leaders({"brokers": [{"nodeId": 0}], "partitionsCount": 1})
