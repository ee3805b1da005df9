"""What measures speed; `make bench` runs it. Nothing here is a test: figures depend on the machine."""
