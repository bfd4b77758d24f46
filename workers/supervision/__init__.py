"""Workers of bpmn/supervision.bpmn."""
