"""The caption as prose and as chips."""
