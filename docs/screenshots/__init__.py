"""What docs/make_screenshots.py photographs, and with what."""
