"""Heart Planner: the shift calendar of one HEART responder, calculated from the rules."""

__version__ = "0.1.0"
