"""The edits made so far, and their parameters."""
