"""How the workers reach the engine."""

import json
import os

import grpc
from pyzeebe import ZeebeClient, ZeebeWorker

from engine.channel import OPTIONS
from workers.failures import FailureHandler
from workers.registry import job_routers
from workers.staying_up import Connection

# A finished job whose answer meets a restarting engine is answered again: otherwise it would come
# back only when its lease ends. Repeating these is harmless.
RETRY_POLICY = {
    "methodConfig": [
        {
            "name": [
                {"service": "gateway_protocol.Gateway", "method": method}
                for method in ("CompleteJob", "FailJob", "ThrowError", "CancelProcessInstance")
            ],
            "retryPolicy": {
                "maxAttempts": 5,
                "initialBackoff": "0.5s",
                "maxBackoff": "5s",
                "backoffMultiplier": 2,
                "retryableStatusCodes": ["UNAVAILABLE", "RESOURCE_EXHAUSTED"],
            },
        }
    ]
}


def connect(address: str) -> Connection:
    """A worker with every router, on a channel of its own to host:port. Call in the event loop."""
    channel = grpc.aio.insecure_channel(
        address, options=(*OPTIONS, ("grpc.service_config", json.dumps(RETRY_POLICY)))
    )
    worker = ZeebeWorker(
        channel,
        name=f"workers-{os.getpid()}",
        max_connection_retries=-1,
        stream_enabled=True,
        # Given here, before the routers: later it would be ignored.
        exception_handler=FailureHandler(ZeebeClient(channel, max_connection_retries=-1)),
    )
    worker.include_router(*job_routers().values())
    return Connection(worker, channel)
