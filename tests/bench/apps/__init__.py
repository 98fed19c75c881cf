"""The programs that ours is compared with: as little as Textual can be."""
