"""Claims become findings, and findings the sections of a story: what matters, what is said twice, where sources disagree, what fits."""
