"""Workers of bpmn/unit_handling.bpmn."""
