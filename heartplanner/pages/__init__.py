"""Paper: a layout gives a page as items, one painter draws it; no widgets."""
