"""What keeps a worker from doing its step; workers.failures tells the engine.

LegalObstacle    an expected obstacle: becomes the BPMN error of its name, caught in the diagram
RepeatedStart    the case runs in another instance: this one is cancelled
anything else    tried again with growing pauses, at last an incident for the operators
"""

import re


class LegalObstacle(Exception):
    """The law stands against this step. Subclass it; a diagram must catch its code."""

    @property
    def code(self) -> str:
        """Code of the BPMN error: the class name in snake_case."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", type(self).__name__).lower()


class RepeatedStart(Exception):
    """Another instance carries this petition; this one is not needed."""


class StepNotPossible(Exception):
    """The records lack what this step needs. See the docstring of the subclass."""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


class NotClassified(StepNotPossible):
    """The petition has no category or no unit yet. Let `classify_petition` be decided first."""


class NotAnswered(StepNotPossible):
    """A matter of the petition has no result yet. Let its own process come to its end first."""


class NotAccepted(StepNotPossible):
    """The matter has no day of acceptance yet. Let `send_acceptance` come first."""


class NotServed(StepNotPossible):
    """The opinion has not reached the petitioner yet. Let `hand_over_document` be decided first."""


class RuntimeNotStarted(StepNotPossible):
    """No database and no clock were given. Call workers.runtime.start first."""


class EngineAddressMissing(StepNotPossible):
    """No engine address. Set XINFANG_ZEEBE_GRPC to host:port; `./start` does it."""
