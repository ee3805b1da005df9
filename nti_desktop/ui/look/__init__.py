"""How the window looks: colours, style, icons, small shared widgets."""
