"""Pages that take the place of the editor for a while: settings, shortcuts, what the app is."""
