"""What is remembered, and when it comes back: spaced review, mastery, calibration, what is next.

Everything here is a rule over ids, dates and numbers: no clock, no disk, no chance. The log of
answers is the truth; what this floor makes of it may be dropped and made again at any time.
"""
