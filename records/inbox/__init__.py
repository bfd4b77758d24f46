"""The rows that the inbox is read from: kept in one place, from the case and from the journal.

Triggers note what changes in the case, whoever changes it (`triggers`); tasks come from the
journal, read by the caller. `keep` takes both in; `search` finds texts.
"""
