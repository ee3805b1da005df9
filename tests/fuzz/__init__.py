"""Mutation fuzzing of everything that is read from outside: `make fuzz ARGS="--count 100000"`."""
