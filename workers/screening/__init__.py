"""Workers of bpmn/screening.bpmn."""
