"""The commented profile that `summarizer daily --init` writes."""

STARTER = """\
# What a daily edition reads, how long it is, and where it goes. Run it with:  summarizer daily briefing.toml
# Everything after a "#" is a comment; lines that are commented out show the default or an example.

title = "Morning brief"
# name = "briefing"              # part of every delivery's id; give each profile that shares a state file its own
# timezone = "Europe/Berlin"     # whose day it is; default: this machine's
# language = "en"
# focus = ""                     # a question the editions should speak to
minutes = 6                      # reading time, at 230 words a minute
# stories = 10                   # at most so many are told; the others get a line "in brief"
# sections = ["bottom_line", "changes", "key_points", "timeline", "figures", "quotes", "conflicts", "gaps"]
# max_age_days = 3               # of an item that is seen for the first time; older ones are listed and not told
# state = "briefing.sqlite"      # the memory: articles, editions, deliveries

# Feeds: RSS, Atom or JSON Feed. An address, or a table with more.
feeds = [
    "https://news.example.org/rss.xml",
    # { url = "https://ledger.example.com/atom", name = "The Ledger", weight = 1.5, full_text = false },
]
# opml = ["subscriptions.opml"]  # files or addresses
# pages = ["https://port.example.org/notices"]  # single pages, watched for changes
# folders = ["inbox"]            # files: .txt .md .html .pdf .jsonl

[topics]                         # words and their weight: above 1 lifts a story, below 1 lowers it, 0 keeps it to a line
# "harbour strike" = 2.0
# football = 0

[engine]
model = "extractive"             # no model, no key, no network beyond the feeds; or the name of a model
# base_url = "https://…/v1"      # the key comes from OPENAI_API_KEY or SUMMARIZER_API_KEY, never from here
# max_cost = 0.50                # USD an edition
# on_limit = "extractive"        # or "stop", "trim"

[fetch]
# contact = "you@example.org"    # stands in the agent's name, so that a site can reach you
# seconds_between = 1.0          # between two requests to one host
# recheck_days = 3               # articles are looked at again for so long, for corrections
# allow_hosts = []               # hosts of your own network that may be fetched from

[delivery]
folder = "editions"              # every edition, an index page and an Atom feed; folder = "" keeps editions in the memory only
# formats = ["html", "markdown", "json", "eml"]
# embed_sources = false          # true: the JSON holds the cited articles, so that it verifies on its own
# base_url = "https://brief.example.org/"  # where the folder is published, for the links of the Atom feed

# [delivery.mail]
# to = ["editor@example.org"]
# sender = "Morning brief <brief@example.org>"
# host = "smtp.example.org"
# port = 587
# security = "starttls"          # or "tls", "none"
# user_env = "SMTP_USER"         # names of environment variables
# password_env = "SMTP_PASSWORD"

# [[delivery.webhooks]]
# url = "https://hooks.example.org/brief"
# secret_env = "HOOK_SECRET"     # signs the body: X-Summarizer-Signature: sha256=…
"""
