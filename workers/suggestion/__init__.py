"""Workers of bpmn/suggestion.bpmn."""
