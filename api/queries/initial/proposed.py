"""What decision tables propose: preselected, the officer decides."""

from typing import Any

from api.queries.initial.start import Start
from api.queries.proposals import proposals_for
from records.proposals import answers_to


def proposed(start: Start) -> dict[str, Any]:
    """Each output under `proposed_<output>`, and as the value of the field that answers it."""
    data: dict[str, Any] = {}
    for proposal in proposals_for(start.session, start.task):
        for answer in answers_to(start.task.element_id, proposal.decision_id):
            value = proposal.values.get(answer.output)
            if value is None:
                continue
            data[f"proposed_{answer.output}"] = value
            if value != answer.open_value:
                data[answer.field] = value
    return data
