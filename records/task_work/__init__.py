"""Work around a task: changes and versions, delegation, opinions, urging, remarks, drafts.

`changes`, `state`, `four_eyes` and `ways_back` know tables only; records.tasks asks them. The
others are acts of people on a task, and ask records.tasks.
"""
