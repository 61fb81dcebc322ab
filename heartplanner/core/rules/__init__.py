"""The rules of the posting, over a plan and over a rotation."""
