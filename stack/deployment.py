"""The procedure of this version, deployed to the engine."""

import asyncio

from engine.address import resolve_address
from engine.deploy import deploy_when_ready
from settings import ROOT, Settings

# Longer than a broker takes to boot on a busy machine.
PATIENCE_SECONDS = 180.0


def deploy_procedure(settings: Settings) -> None:
    """Deploy all diagrams, decisions and forms in one go; unchanged ones make no new version."""
    address = resolve_address(settings)
    asyncio.run(deploy_when_ready(address, ROOT, patience_seconds=PATIENCE_SECONDS))
