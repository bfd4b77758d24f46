"""Petitions in bulk: reading a CSV file, refusing rows with a reason, filing the rest."""
