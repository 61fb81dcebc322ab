"""A calendar kept in step on a CalDAV server."""
