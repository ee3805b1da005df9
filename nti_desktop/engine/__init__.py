"""Requests, events and results, and the engines that turn one into the others."""
