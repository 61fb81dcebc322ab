"""HEART's schedule rules, over a plan and over a rotation."""
