"""Daily editions measured: invented news over a month, a site that publishes it on loopback, and what the editions made of it."""
