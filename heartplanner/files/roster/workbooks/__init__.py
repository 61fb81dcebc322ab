"""Workbooks: their cells, and what these show otherwise."""
