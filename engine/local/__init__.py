"""A Zeebe broker of our own on loopback: configuration, checks, process, state."""

from engine.local.broker import LocalBroker
from engine.local.state import BrokerState, live_state

__all__ = ["BrokerState", "LocalBroker", "live_state"]
