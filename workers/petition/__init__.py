"""Workers of bpmn/petition.bpmn."""
