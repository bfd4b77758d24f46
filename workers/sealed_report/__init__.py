"""Workers of bpmn/sealed_report.bpmn."""
