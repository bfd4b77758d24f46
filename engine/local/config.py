"""The broker's application.yaml (as JSON, which is YAML) and its logging.

Values as measured in this project: one partition, small log segments, and an exporter that sends to
our journal receiver only the kinds of records that the journal reads.
"""

from pathlib import Path
from typing import Any

from engine.local.ports import LOOPBACK, BrokerPorts

EXPORTED = (
    "decision",
    "decisionEvaluation",
    "decisionRequirements",
    "error",
    "form",
    "incident",
    "job",
    "process",
    "processInstance",
    "processInstanceMigration",
    "processInstanceModification",
    "processMessageSubscription",
    "resourceDeletion",
    "timer",
    "userTask",
    "variable",
)

NOT_EXPORTED = (
    "checkpoint",
    "commandDistribution",
    "compensationSubscription",
    "deployment",
    "deploymentDistribution",
    "escalation",
    "jobBatch",
    "message",
    "messageBatch",
    "messageStartEventSubscription",
    "messageSubscription",
    "processEvent",
    "processInstanceBatch",
    "processInstanceCreation",
    "signal",
    "signalSubscription",
    "variableDocument",
)

# An exporter argument that the version does not know stops the broker at start.
SINCE_8_6 = ("authorization", "messageCorrelation", "user")

LOGGING = """<?xml version="1.0" encoding="UTF-8"?>
<Configuration status="WARN" shutdownHook="disable">
  <Appenders>
    <RollingFile name="file" fileName="{log}" filePattern="{log}.%i">
      <PatternLayout pattern="%d{{yyyy-MM-dd HH:mm:ss.SSS}} %-5level %logger{{36}} - %msg%n"/>
      <SizeBasedTriggeringPolicy size="20 MB"/>
      <DefaultRolloverStrategy max="5"/>
    </RollingFile>
  </Appenders>
  <Loggers>
    <Root level="info"><AppenderRef ref="file"/></Root>
  </Loggers>
</Configuration>
"""


def application(
    *,
    ports: BrokerPorts,
    zeebe_dir: Path,
    journal: dict[str, Any],
    controlled_clock: bool,
) -> dict[str, Any]:
    """Content of application.yaml; `journal` is what `journal_exporter` made."""
    return {
        "server": {"address": LOOPBACK, "port": ports.rest},
        "management": {"server": {"address": LOOPBACK, "port": ports.management}},
        "zeebe": {
            "clock": {"controlled": controlled_clock},
            "broker": {
                "gateway": {
                    "enable": True,
                    "network": {"host": LOOPBACK, "port": ports.grpc},
                    # The whole procedure is one deployment: a busy machine needs longer than the
                    # 15 seconds after which the gateway gives up by itself.
                    "cluster": {"host": LOOPBACK, "requestTimeout": "300s"},
                },
                "network": {
                    "host": LOOPBACK,
                    "advertisedHost": LOOPBACK,
                    "commandApi": {"port": ports.command},
                    "internalApi": {"port": ports.internal},
                },
                "threads": {"cpuThreadCount": 1, "ioThreadCount": 1},
                "data": {
                    "directory": str(zeebe_dir),
                    "logSegmentSize": "32MB",
                    "snapshotPeriod": "5m",
                    "disk": {"freeSpace": {"processing": "512MB", "replication": "256MB"}},
                },
                "exporters": {"journal": journal},
            },
        },
    }


def journal_exporter(*, version: str, url: str, user: str, bulk_size: int) -> dict[str, Any]:
    """The exporter that sends the record stream to our receiver.

    `url` is host and port only: with a path the exporter fails at start. The password comes from
    the environment of the broker, so it stands in no file.
    """
    hidden = NOT_EXPORTED + (SINCE_8_6 if version != "8.5.8" else ())
    return {
        "className": "io.camunda.zeebe.exporter.ElasticsearchExporter",
        "args": {
            "url": url,
            "requestTimeoutMs": 30_000,
            "authentication": {"username": user, "password": "${JOURNAL_PASSWORD}"},
            # delay is in whole seconds; 0 would burn a core even at rest
            "bulk": {"size": bulk_size, "delay": 1},
            "index": {
                "createTemplate": False,
                "prefix": "zeebe",
                "event": True,
                "command": False,
                "rejection": False,
                **dict.fromkeys(EXPORTED, True),
                **dict.fromkeys(hidden, False),
            },
        },
    }
