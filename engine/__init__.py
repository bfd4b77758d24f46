"""Everything that speaks to Zeebe: install, local broker, clients, deployment, sender, clock.

Imports nothing of ours except `settings`; `engine/errors.py` draws the whole tree of errors.
"""
