"""Workers of bpmn/review_acceptance.bpmn."""
