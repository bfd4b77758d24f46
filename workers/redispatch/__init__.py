"""Workers of bpmn/redispatch.bpmn."""
