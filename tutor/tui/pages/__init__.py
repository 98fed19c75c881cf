"""What each screen says, as lines for a width: pure functions, tested without an app."""
