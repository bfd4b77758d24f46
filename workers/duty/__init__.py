"""Workers of bpmn/duty.bpmn."""
