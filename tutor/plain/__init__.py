"""Line mode: the whole tutor in plain lines, for screen readers, braille lines and pipes.

Never Textual or Rich, no cursor movement, no escape sequence, nothing drawn.
"""
