"""Workers of bpmn/review.bpmn."""
