"""One command a file. Each gets the parsed options and returns its exit code."""
