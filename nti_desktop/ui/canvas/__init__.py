"""The photo on its ground and all that lies over it."""
