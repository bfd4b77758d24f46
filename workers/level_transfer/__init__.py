"""Workers of bpmn/level_transfer.bpmn."""
