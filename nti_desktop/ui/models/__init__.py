"""The models there are, choosing one, and getting more of them."""
