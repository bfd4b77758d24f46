"""Workers of bpmn/joint_handling.bpmn."""
