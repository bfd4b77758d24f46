"""Deploys the whole procedure at once: diagrams, decisions and forms of one release together."""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path

import structlog
from pyzeebe.proto import gateway_pb2 as pb

from engine.address import EngineAddress
from engine.channel import open_channel
from engine.errors import RetryLater
from engine.gateway import Gateway
from engine.release import WITHOUT_BINDINGS
from engine.resources import check_complete, read_resources

logger = structlog.get_logger(__name__)


@dataclass(frozen=True)
class DeployedProcess:
    """A process as the engine now has it."""

    process_id: str
    version: int
    definition_key: int


async def deploy_all(address: EngineAddress, root: Path) -> list[DeployedProcess]:
    """Deploy `bpmn/*.bpmn`, `bpmn/*.dmn` and `forms/*.form` below `root`, all or nothing.

    What has not changed since the last deployment keeps its version.
    Raises ResourceMissing, ResourceUnreadable, EngineRefused, EngineUnavailable, EngineBusy.
    """
    resources = read_resources(root)
    check_complete(resources)
    if address.version == WITHOUT_BINDINGS:
        logger.warning("bindings_have_no_effect", version=address.version, taken="latest")
    async with open_channel(address.grpc) as channel:
        answer = await Gateway(channel).deploy_resources(resources)
    processes = [_process(item.process) for item in answer.deployments if item.HasField("process")]
    logger.info("procedure_deployed", resources=len(resources), deployment_key=answer.key)
    return processes


async def deploy_when_ready(
    address: EngineAddress, root: Path, *, patience_seconds: float
) -> list[DeployedProcess]:
    """`deploy_all`, repeated while the engine is starting or busy, for `patience_seconds`.

    Raises the last EngineUnavailable or EngineBusy when the time is over.
    """
    end = time.monotonic() + patience_seconds
    while True:
        try:
            return await deploy_all(address, root)
        except RetryLater:
            if time.monotonic() > end:
                raise
            await asyncio.sleep(0.5)


def _process(found: pb.ProcessMetadata) -> DeployedProcess:
    return DeployedProcess(found.bpmnProcessId, found.version, found.processDefinitionKey)
