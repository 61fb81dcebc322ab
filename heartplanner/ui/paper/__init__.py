"""Sheets of paper: layouts that give a page as a list of items, and one painter that draws them."""
