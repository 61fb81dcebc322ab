"""The page On my phone: which phone, how the calendar gets there, what goes in, and what the phone has."""
