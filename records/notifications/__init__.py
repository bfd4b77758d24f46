"""Telling people what concerns them: written with what happened, sent after the commit."""
