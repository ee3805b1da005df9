"""The mathematics of inversion and editing: torch only, no Qt, no threads, no project files."""
