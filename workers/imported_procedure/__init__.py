"""Workers of bpmn/imported_procedure.bpmn."""
