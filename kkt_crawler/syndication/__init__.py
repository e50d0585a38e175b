"""The archive as feeds: bytes, then files."""
