"""Drives Xinfang as people would: signs in, files, claims and completes, by the public JSON API."""
