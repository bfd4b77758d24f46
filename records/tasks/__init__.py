"""Tasks of people: who may what (`rules`), who holds one (`claiming`), deciding it (`deciding`).

The rows here decide; the engine learns through the outbox. The task itself (its element, groups,
whether it is open) is the engine's: callers read it from the journal and pass it as
`rules.TaskRef`.
"""
