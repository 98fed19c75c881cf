"""Exit codes. A program ended by signal n exits with 128 + n."""

DONE = 0
PROBLEMS = 1
FAILURE = 2
CRASH = 70
INTERRUPTED = 130
