"""`./xinfang simulate --year`: an installation of its own, its time, and what is read from it."""
