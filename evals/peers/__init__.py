"""Other tools that summarise, run on the same articles as ours: for tables side by side."""
