"""Workers of bpmn/aftercare.bpmn."""
