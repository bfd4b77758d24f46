"""Workers of bpmn/urgent_report.bpmn."""
