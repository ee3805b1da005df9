"""Widgets and actions: they render the document's state and send commands."""
