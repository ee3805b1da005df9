"""What keeps the program honest between starts: its own places on disk, locks, logs and crash traces."""
