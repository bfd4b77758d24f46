"""A year of a bureau: what comes in, what people do with it day by day, and whether it all adds up.

Plan, answers, counting and checks are here; processes, clock and databases are `commands/year`.
"""
