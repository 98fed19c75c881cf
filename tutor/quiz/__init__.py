"""Items asked and graded: shuffling, one grader a type, and the session."""
