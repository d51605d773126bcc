"""What a text holds: paragraphs, sentences, words, names, days, speakers; and which words mean the same or the opposite."""
