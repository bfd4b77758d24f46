"""Reading records and journal together: named queries, no decisions."""
