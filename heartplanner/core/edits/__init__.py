"""The edits: functions from plan to plan."""
