"""Daily editions: a profile's feeds become one brief a day that says what changed since the last one, and is delivered effectively once."""
