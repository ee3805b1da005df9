"""Everything the app can do, to be searched for."""
