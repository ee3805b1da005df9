"""The editing project: its state, its history, its file."""
