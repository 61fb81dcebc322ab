"""Questions to the calendar as one types them: is it free, when could I, what does leave make of it."""
