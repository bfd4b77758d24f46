"""Workers of bpmn/review_decision.bpmn."""
