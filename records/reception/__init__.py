"""The window (接待窗口): the queue of the day."""
