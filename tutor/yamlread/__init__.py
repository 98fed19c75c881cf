"""YAML in: bytes to nodes with positions, to typed values by a schema, and every problem found."""
