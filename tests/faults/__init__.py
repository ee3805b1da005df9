"""Faults put in on purpose, and what was lost: `make faults`."""
