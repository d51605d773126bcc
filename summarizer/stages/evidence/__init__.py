"""How far sentences bear a text out: the deterministic aligner, and the search for the best supporting sentences."""
