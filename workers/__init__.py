"""Carrying out the service tasks of the diagrams: one job worker per step, named as the step."""
