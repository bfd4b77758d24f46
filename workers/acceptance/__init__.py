"""Workers of bpmn/acceptance.bpmn."""
