"""What people do, for JSON routes and pages alike; the rules are in records and law."""
