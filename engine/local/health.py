"""Whether a broker answers and its partition has a healthy leader."""

import httpx

from engine.release import release


def is_ready(rest: str, management: str, version: str) -> bool:
    """Health is UP and every partition has a healthy leader. Never raises; quick when not there."""
    try:
        with httpx.Client(trust_env=False, timeout=2) as client:
            health = client.get(f"{management}/actuator/health")
            if health.status_code != httpx.codes.OK or health.json().get("status") != "UP":
                return False
            topology = client.get(f"{rest}{release(version).rest_prefix}/topology")
            return topology.status_code == httpx.codes.OK and has_leaders(topology.json())
    except (httpx.HTTPError, ValueError):
        return False


def has_leaders(topology: dict[str, object]) -> bool:
    """Whether each of the `partitionsCount` partitions has a healthy leader."""
    brokers = topology.get("brokers")
    if not isinstance(brokers, list):
        return False
    led = {
        partition["partitionId"]
        for broker in brokers
        # Early in its start 8.5.8 names a broker without its partitions.
        for partition in broker.get("partitions") or ()
        if partition["role"].lower() == "leader" and partition["health"].lower() == "healthy"
    }
    return len(led) == topology.get("partitionsCount")
