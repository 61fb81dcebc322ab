"""Dialogs and actions that change the plan."""
