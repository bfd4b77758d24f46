"""Commands over gRPC, the same on 8.6.0 and 8.5.8: everything but user tasks.

Every method raises EngineUnavailable, EngineBusy, EngineRefused and, where it says so, another
error of `engine.errors`. Keys are integers, variables JSON objects, times milliseconds.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import grpc
from pyzeebe.proto import gateway_pb2 as pb
from pyzeebe.proto.gateway_pb2_grpc import GatewayStub

from engine.errors import EngineRefused, NotDeployed, safe_reason
from engine.gateway_errors import named_errors

TIMEOUT_SECONDS = 10.0
DEPLOY_TIMEOUT_SECONDS = 300.0  # the first deployment, on a machine that is busy otherwise


@dataclass(frozen=True)
class StartedInstance:
    """What the engine made of `create_instance`."""

    instance_key: int
    definition_key: int
    version: int


@dataclass(frozen=True)
class EvaluatedDecision:
    """What a decision answered, and why.

    `output` is a JSON value; `rule_ids` are the rules that matched, in order; `inputs` the values
    of the input columns by input id (by label where there is none). Rules and inputs of the
    decisions it requires are among them: ids are unique in a DMN file.
    """

    output: Any
    rule_ids: tuple[str, ...]
    inputs: dict[str, Any]
    version: int


class Gateway:
    """The engine's gRPC gateway over one channel (see `engine.channel`)."""

    def __init__(self, channel: grpc.aio.Channel) -> None:
        self._stub = GatewayStub(channel)

    async def topology(self) -> pb.TopologyResponse:
        """Brokers, partitions and who leads them."""
        with named_errors():
            answer: pb.TopologyResponse = await self._stub.Topology(
                pb.TopologyRequest(), timeout=TIMEOUT_SECONDS
            )
        return answer

    async def deploy_resources(self, resources: Mapping[str, bytes]) -> pb.DeployResourceResponse:
        """Deploy files (name: content) in one deployment, all or nothing.

        Unchanged files keep their version. EngineRefused says which element is wrong, and why.
        """
        files = [pb.Resource(name=name, content=content) for name, content in resources.items()]
        with named_errors():
            answer: pb.DeployResourceResponse = await self._stub.DeployResource(
                pb.DeployResourceRequest(resources=files), timeout=DEPLOY_TIMEOUT_SECONDS
            )
        return answer

    async def create_instance(
        self, process_id: str, variables: Mapping[str, Any]
    ) -> StartedInstance:
        """Start the latest version of a process. Raises NotDeployed."""
        request = pb.CreateProcessInstanceRequest(
            bpmnProcessId=process_id, version=-1, variables=json.dumps(variables)
        )
        with named_errors(not_found=NotDeployed):
            answer = await self._stub.CreateProcessInstance(request, timeout=TIMEOUT_SECONDS)
        return StartedInstance(
            answer.processInstanceKey, answer.processDefinitionKey, answer.version
        )

    async def cancel_instance(self, instance_key: int) -> None:
        """Cancel an instance. Raises TaskGone when it has ended."""
        request = pb.CancelProcessInstanceRequest(processInstanceKey=instance_key)
        with named_errors():
            await self._stub.CancelProcessInstance(request, timeout=TIMEOUT_SECONDS)

    async def modify_instance(
        self,
        instance_key: int,
        *,
        activate: Sequence[str] = (),
        terminate: Sequence[int] = (),
        variables: Mapping[str, Any] | None = None,
    ) -> None:
        """Activate elements (by id) and end element instances (by key) in one step.

        `variables` are set at process scope with the first activated element; they need one.
        Raises TaskGone when the instance has ended.
        """
        kind = pb.ModifyProcessInstanceRequest
        activations = [kind.ActivateInstruction(elementId=element) for element in activate]
        if variables:
            document = kind.VariableInstruction(variables=json.dumps(variables))
            activations[0].variableInstructions.append(document)
        request = kind(
            processInstanceKey=instance_key,
            activateInstructions=activations,
            terminateInstructions=[
                kind.TerminateInstruction(elementInstanceKey=key) for key in terminate
            ],
        )
        with named_errors():
            await self._stub.ModifyProcessInstance(request, timeout=TIMEOUT_SECONDS)

    async def migrate_instance(
        self, instance_key: int, target_definition_key: int, mapping: Mapping[str, str]
    ) -> None:
        """Move an instance to another version; `mapping` is old element id: new element id."""
        kind = pb.MigrateProcessInstanceRequest
        plan = kind.MigrationPlan(
            targetProcessDefinitionKey=target_definition_key,
            mappingInstructions=[
                kind.MappingInstruction(sourceElementId=old, targetElementId=new)
                for old, new in mapping.items()
            ],
        )
        with named_errors():
            await self._stub.MigrateProcessInstance(
                kind(processInstanceKey=instance_key, migrationPlan=plan), timeout=TIMEOUT_SECONDS
            )

    async def set_variables(
        self, element_instance_key: int, variables: Mapping[str, Any], *, local: bool = False
    ) -> None:
        """Set variables at an element instance, or (not `local`) where they are declared."""
        request = pb.SetVariablesRequest(
            elementInstanceKey=element_instance_key, variables=json.dumps(variables), local=local
        )
        with named_errors():
            await self._stub.SetVariables(request, timeout=TIMEOUT_SECONDS)

    async def publish_message(
        self,
        name: str,
        correlation_key: str,
        *,
        message_id: str,
        ttl_ms: int,
        variables: Mapping[str, Any],
    ) -> int:
        """Publish a message; returns its key. It waits `ttl_ms` for somebody to want it.

        Raises MessageKnown while one with the same name, key and id still waits.
        """
        request = pb.PublishMessageRequest(
            name=name,
            correlationKey=correlation_key,
            messageId=message_id,
            timeToLive=ttl_ms,
            variables=json.dumps(variables),
        )
        with named_errors():
            answer = await self._stub.PublishMessage(request, timeout=TIMEOUT_SECONDS)
        return int(answer.key)

    async def update_job_retries(self, job_key: int, retries: int) -> None:
        """Give a job retries again: needed before its incident can be resolved."""
        request = pb.UpdateJobRetriesRequest(jobKey=job_key, retries=retries)
        with named_errors():
            await self._stub.UpdateJobRetries(request, timeout=TIMEOUT_SECONDS)

    async def resolve_incident(self, incident_key: int) -> None:
        """Resolve an incident: the engine tries again. Raises TaskGone when it is resolved."""
        request = pb.ResolveIncidentRequest(incidentKey=incident_key)
        with named_errors():
            await self._stub.ResolveIncident(request, timeout=TIMEOUT_SECONDS)

    async def evaluate_decision(
        self, decision_id: str, variables: Mapping[str, Any]
    ) -> EvaluatedDecision:
        """What the latest version of a decision answers, by which inputs and rules.

        EngineRefused: there is no such decision, or it fails with these variables.
        """
        request = pb.EvaluateDecisionRequest(
            decisionId=decision_id, variables=json.dumps(variables)
        )
        with named_errors():
            answer = await self._stub.EvaluateDecision(request, timeout=TIMEOUT_SECONDS)
        if answer.failedDecisionId:
            raise EngineRefused(f"{answer.failedDecisionId}: {safe_reason(answer.failureMessage)}")
        return EvaluatedDecision(
            output=json.loads(answer.decisionOutput),
            rule_ids=tuple(
                rule.ruleId for each in answer.evaluatedDecisions for rule in each.matchedRules
            ),
            inputs={
                given.inputId or given.inputName: json.loads(given.inputValue)
                for each in answer.evaluatedDecisions
                for given in each.evaluatedInputs
            },
            version=answer.decisionVersion,
        )
