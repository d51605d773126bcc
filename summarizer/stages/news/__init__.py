"""What is new since the reader was last told: the same again, updated, resolved, corrected; stories that go on; what matters most."""
