"""What petitioner and unit ask for while a case runs: each is a row, a trace, and a message."""
