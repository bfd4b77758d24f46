"""Workers of bpmn/mediation.bpmn."""
