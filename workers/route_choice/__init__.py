"""Workers of bpmn/route_choice.bpmn."""
