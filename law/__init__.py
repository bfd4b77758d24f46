"""The law of petitions as pure functions: dated, cited, without clock, session or network.

Nothing here imports another package of this product. Time is always an argument.
"""
