"""A small replica of both sites, served on loopback: the demo and the tests crawl it."""
