"""The memory: every article ever read, its edits, its story, and how each run went."""
