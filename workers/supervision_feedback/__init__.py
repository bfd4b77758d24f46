"""Workers of bpmn/supervision_feedback.bpmn."""
