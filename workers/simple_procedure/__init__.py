"""Workers of bpmn/simple_procedure.bpmn."""
