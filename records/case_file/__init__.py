"""What the office puts on file beside the procedure: notes and attachments."""
