"""Widgets that know nothing of shifts."""
