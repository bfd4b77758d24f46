"""Workers of bpmn/hearing.bpmn."""
