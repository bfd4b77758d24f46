"""Workers of bpmn/advice.bpmn."""
