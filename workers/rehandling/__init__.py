"""Workers of bpmn/rehandling.bpmn."""
