"""Fields that are typed into or chosen from, and a dialog of them."""
