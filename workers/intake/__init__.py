"""Workers of bpmn/intake.bpmn."""
