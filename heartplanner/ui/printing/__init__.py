"""The print dialog and the printer."""
