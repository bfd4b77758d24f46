"""What the petition says, who decided what, and until when: the case itself."""
