"""What is kept against a crash while one works, and offered at the next start."""
