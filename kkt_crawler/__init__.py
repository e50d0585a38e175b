"""Reads Vietnamese provincial news sites and publishes full-text feeds; the flow is in CONTRIBUTING.md."""
