"""Fields that are typed into or chosen from, a dialog of them, and the names of forms."""
