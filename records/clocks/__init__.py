"""How a clock is kept: its ledger read, by which rule and calendar it runs, entries appended."""
