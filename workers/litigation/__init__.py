"""Workers of bpmn/litigation.bpmn."""
