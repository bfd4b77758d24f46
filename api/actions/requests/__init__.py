"""Requests about a running case, by people who are signed in."""
