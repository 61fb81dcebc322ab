"""Getting a roster in, for whoever uses it: chosen, dropped, pasted or typed, and what it leaves open."""
