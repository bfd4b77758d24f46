"""Workers of bpmn/serving.bpmn."""
