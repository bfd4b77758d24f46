"""Workers of bpmn/matter.bpmn."""
