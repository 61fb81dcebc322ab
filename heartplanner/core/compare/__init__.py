"""The employer's roster beside the plan: what differs, and which changes would take it over."""
