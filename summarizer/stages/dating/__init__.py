"""What the head of an article tells of it: its headline, its paper, the day it was published."""
