"""Everything that listens to Zeebe: the record stream, stored and projected."""
