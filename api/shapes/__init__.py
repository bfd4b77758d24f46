"""What the API takes and gives: one module per subject, pydantic models only."""
