"""The registration record: what intake writes down of a petition and of who brings it."""
