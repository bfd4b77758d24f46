"""What designers edit, read by code: diagrams, decisions, forms; their checks; the web bundle."""
