"""A small replica of both sites, served on loopback."""
