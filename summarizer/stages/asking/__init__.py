"""What a model is asked and how its answer is read: fenced text in, sentence numbers and words out."""
