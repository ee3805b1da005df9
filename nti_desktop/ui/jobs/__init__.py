"""The inference worker, the jobs, and how far they are."""
