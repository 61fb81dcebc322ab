"""Pure values and calculation: no Qt, no disk, no clock, no locale."""
