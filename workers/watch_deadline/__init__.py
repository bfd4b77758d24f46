"""Workers of bpmn/watch_deadline.bpmn."""
