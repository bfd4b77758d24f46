"""Workers of bpmn/handling.bpmn."""
