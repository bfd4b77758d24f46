"""Workers of bpmn/objection.bpmn."""
