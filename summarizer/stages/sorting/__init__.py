"""Many articles in order: copies collapsed, stories told apart, sentences packed into chunks."""
