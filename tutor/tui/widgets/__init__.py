"""The few widgets that every screen is made of: a head, a sheet of lines, a row of keys."""
