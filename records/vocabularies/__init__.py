"""Vocabularies: what ships with the product, looking up, changing, exchanging."""
