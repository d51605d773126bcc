"""Words on a command line → calls of the library. The only place with click and rich; one file a family of commands."""
