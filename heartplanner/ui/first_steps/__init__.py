"""The first steps: four questions beside the calendar, which follows the answers."""
