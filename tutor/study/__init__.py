"""The learner at work: what both faces do between the course and the record."""
