"""Editions on their way: files, mail, webhook, feed; faults at every step; nothing twice but under its own id."""

import asyncio
import email
import hashlib
import hmac
import json
import random
import re
import socketserver
import threading
from collections import Counter
from collections.abc import Iterator
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree import ElementTree

import pytest
from daily_world import FIRST, Newsroom, Pages

from summarizer.daily import courier
from summarizer.daily.archive import stem
from summarizer.edges.delivering import DeliveryFailed
from summarizer.edges.mail import Letter, Smtp, as_bytes, send
from summarizer.edges.remembered import Edition, Parcel

FEED = "https://gazette.example/feed"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def pages() -> Pages:
    pages = Pages()
    pages.publish(
        FEED, "one", FIRST, "The harbour of Orsk froze over on Monday for the first time since 1987.", "Skaters came by the hundred."
    )
    return pages


class Hook:
    """A receiver: remembers every effect by its key; fails as `faults` says ("before", "after" accepting, "refuse")."""

    def __init__(self, faults: Iterator[str] | None = None) -> None:
        self.faults, self.bodies = faults or iter(()), Counter[str]()
        self.effects: dict[str, bytes] = {}
        self.signatures: list[str] = []
        self.lock = threading.Lock()
        handler = type("Handler", (_HookHandler,), {"hook": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/edition?token=secret"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self) -> "Hook":
        return self

    def __exit__(self, *error: object) -> None:
        self.server.shutdown()
        self.server.server_close()


class _HookHandler(BaseHTTPRequestHandler):
    hook: Hook

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with self.hook.lock:
            fault = next(self.hook.faults, "")
            key = self.headers["Idempotency-Key"]
            self.hook.signatures.append(self.headers.get("X-Summarizer-Signature", ""))
            if fault != "before":
                self.hook.bodies[key] += 1
                self.hook.effects.setdefault(key, body)
        if fault == "cut":
            self.connection.close()
            return
        self.send_response({"before": 503, "after": 500, "there": 409}.get(fault, 204))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        return None


async def test_an_edition_is_delivered_to_its_folder_with_index_and_feed(pages: Pages, tmp_path: Path) -> None:
    room = Newsroom(tmp_path, pages)
    made = await room.edition()
    folder = tmp_path / "editions"
    assert sorted(path.name for path in folder.iterdir()) == [
        "2031-03-03.eml", "2031-03-03.html", "2031-03-03.json", "2031-03-03.md", "feed.xml", "index.html",
    ]  # fmt: skip
    assert (folder / "2031-03-03.json").read_text("utf-8") == made.edition.brief
    assert "2031-03-03.html" in (folder / "index.html").read_text("utf-8")
    assert "<mark>The harbour of Orsk froze over" in (folder / "2031-03-03.html").read_text("utf-8")
    room.desk.close()


async def test_running_again_changes_no_byte_of_the_folder(pages: Pages, tmp_path: Path) -> None:
    room = Newsroom(tmp_path, pages)
    await room.edition()
    folder = tmp_path / "editions"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    room.reopen()
    await room.edition()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    room.desk.close()


async def test_feed_ids_stay_while_the_content_stays(pages: Pages, tmp_path: Path) -> None:
    room = Newsroom(tmp_path, pages, delivery={"folder": str(tmp_path / "editions"), "base_url": "https://brief.example/all"})
    await room.edition()
    first = entries(tmp_path)
    room.next_day()
    pages.publish(FEED, "two", room.clock(), "The ice in the harbour of Orsk broke on Tuesday and carried off two stalls.")
    await room.edition()
    second = entries(tmp_path)
    assert list(second)[1:] == list(first)
    assert all(ident.startswith("urn:sha256:") for ident in second)
    assert list(second.values()) == ["https://brief.example/all/2031-03-04.html", "https://brief.example/all/2031-03-03.html"]
    room.desk.close()


def entries(folder: Path) -> dict[str, str]:
    feed = ElementTree.parse(folder / "editions" / "feed.xml").getroot()
    for required in ("id", "title", "updated", "author"):
        assert feed.find(f"{ATOM}{required}") is not None
    found = {}
    for entry in feed.findall(f"{ATOM}entry"):
        for required in ("id", "title", "updated", "link"):
            assert entry.find(f"{ATOM}{required}") is not None
        found[entry.findtext(f"{ATOM}id") or ""] = entry.find(f"{ATOM}link").get("href") or ""  # type: ignore[union-attr]
    return found


async def test_the_mail_is_standard_multipart_with_the_same_text_twice(pages: Pages, tmp_path: Path) -> None:
    room = Newsroom(tmp_path, pages)
    await room.edition()
    raw = (tmp_path / "editions" / "2031-03-03.eml").read_bytes()
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    mail = email.message_from_bytes(raw, policy=default)
    assert not mail.defects
    assert mail.get_content_type() == "multipart/alternative"
    plain, html = mail.iter_parts()
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert "froze over" in plain.get_content()
    assert "froze over" in html.get_content()
    for header in ("From", "To", "Subject", "Date", "Message-ID"):
        assert mail[header]
    assert mail["Auto-Submitted"] == "auto-generated"
    room.desk.close()


HOSTILE = "Storm\r\nBcc: all@evil.example\r\n\r\n<script>alert(1)</script> ![x](https://evil.example/p.png) \x1b[31m\u202e \"'&<>"


def test_a_hostile_headline_stays_one_header_line() -> None:
    made = as_bytes(Letter(ident="abc", sender="Brief <b@x.example>", to=("r@x.example",), subject=HOSTILE, sent=FIRST, text="t", html="h"))
    mail = email.message_from_bytes(made, policy=default)
    assert mail["Bcc"] is None
    assert "\x1b" not in mail["Subject"]
    assert mail["Message-ID"] == "<abc@x.example>"


async def test_hostile_articles_are_inert_in_the_mail_the_index_and_the_feed(tmp_path: Path) -> None:
    pages = Pages()
    pages.publish(
        FEED, "x", FIRST, "A storm took the <script>alert(1)</script> roof off the mill of Orsk on Monday, see https://evil.example/x."
    )
    room = Newsroom(tmp_path, pages, title='<img src=x onerror="alert(2)">')
    await room.edition()
    folder = tmp_path / "editions"
    mail = email.message_from_bytes((folder / "2031-03-03.eml").read_bytes(), policy=default)
    html = mail.get_body(("html",)).get_content()  # type: ignore[union-attr]
    for page in (html, (folder / "index.html").read_text(), (folder / "2031-03-03.html").read_text()):
        assert not re.search(r"<(?:script|img|iframe|link rel=.stylesheet|svg|form)\b", page, re.I)
        assert not re.search(r"<[^>]*\son\w+\s*=", page, re.I)
        assert not re.search(r"(?:href|src|action)\s*=\s*[\"'][^\"']*evil", page, re.I)
    feed = ElementTree.parse(folder / "feed.xml").getroot()
    content = feed.find(f"{ATOM}entry/{ATOM}content")
    assert content is not None
    assert "<script" not in (content.text or "")
    room.desk.close()


class SmtpServer(socketserver.ThreadingTCPServer):
    """Takes mail; answers DATA as `codes` says, else 250."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, codes: Iterator[int] | None = None) -> None:
        self.codes, self.taken = codes or iter(()), list[bytes]()
        super().__init__(("127.0.0.1", 0), _SmtpHandler)
        self.port = self.server_address[1]
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def __exit__(self, *error: object) -> None:
        self.shutdown()
        self.server_close()


class _SmtpHandler(socketserver.StreamRequestHandler):
    server: SmtpServer

    def handle(self) -> None:
        self._say("220 loopback")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                code = next(self.server.codes, 250)
                self._say("354 go on")
                body = b""
                while (part := self.rfile.readline()) != b".\r\n":
                    body += part
                if code == 250:
                    self.server.taken.append(body)
                self._say(f"{code} said")
            elif verb == b"RCPT" and b"nobody" in line:
                self._say("550 no such person")
            elif verb == b"QUIT":
                return self._say("221 bye")
            else:
                self._say("250 fine")
        return None

    def _say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")


def mailbox(port: int, **more: object) -> dict[str, object]:
    target = {"to": ["reader@x.example"], "sender": "Brief <brief@x.example>", "host": "127.0.0.1", "port": port, "security": "none"}
    return {"folder": "", "mail": {**target, **more}}


async def test_mail_is_sent_once_and_a_failed_one_by_the_next_run(pages: Pages, tmp_path: Path) -> None:
    with SmtpServer(iter([451])) as server:
        room = Newsroom(tmp_path, pages, delivery=mailbox(server.port))
        first = await room.edition()
        assert len(first.delivered.failed) == 1
        assert "answered 451" in first.delivered.failed[0].error
        assert server.taken == []
        for _ in range(2):
            room.reopen()
            await room.edition()
        (body,) = server.taken
    mail = email.message_from_bytes(body, policy=default)
    assert mail["Message-ID"] == f"<{first.delivered.failed[0].id}@x.example>"
    assert mail["Subject"].startswith("Daily briefing, 3 March 2031: The harbour of Orsk")
    room.desk.close()


def test_refused_recipients_are_told_and_the_others_get_their_mail() -> None:
    with SmtpServer() as server:
        made = Letter(ident="i", sender="b@x.example", to=("r@x.example", "nobody@x.example"), subject="s", sent=FIRST, text="t", html="h")
        assert send(made, Smtp(host="127.0.0.1", port=server.port, security="none")) == ("nobody@x.example",)
        assert len(server.taken) == 1


def test_a_mail_server_that_is_not_there_is_a_plain_reason() -> None:
    made = Letter(ident="i", sender="b@x.example", to=("r@x.example",), subject="s", sent=FIRST, text="t", html="h")
    with pytest.raises(DeliveryFailed, match="could not be reached"):
        send(made, Smtp(host="127.0.0.1", port=9, security="none"))


async def test_a_missing_secret_is_named_and_nothing_is_sent(pages: Pages, tmp_path: Path) -> None:
    room = Newsroom(tmp_path, pages, delivery={"folder": "", "webhooks": [{"url": "http://127.0.0.1:9/", "secret_env": "MISSING"}]})
    made = await room.edition()
    assert made.delivered.failed[0].error == "the environment variable MISSING is not set"
    room.desk.close()


async def test_a_webhook_gets_the_brief_signed_under_a_stable_id(pages: Pages, tmp_path: Path) -> None:
    with Hook() as hook:
        room = Newsroom(tmp_path, pages, delivery={"folder": "", "webhooks": [{"url": hook.url, "secret_env": "HOOK"}]})
        made = await room.edition()
        room.reopen()
        await room.edition()
    (body,) = hook.effects.values()
    assert json.loads(body)["id"] == made.edition.id
    assert hook.bodies.total() == 1
    assert hook.signatures == ["sha256=" + hmac.new(b"s3cret", body, hashlib.sha256).hexdigest()]
    assert list(hook.effects) == [made.delivered.sent[0].id]
    room.desk.close()


async def test_what_is_shown_of_a_webhook_holds_no_secret(pages: Pages, tmp_path: Path) -> None:
    room = Newsroom(tmp_path, pages, delivery={"folder": "", "webhooks": [{"url": "http://user:pw@127.0.0.1:9/edition?token=secret"}]})
    made = await room.edition()
    shown = courier.shown(made.delivered.failed[0]) + made.delivered.failed[0].error + " ".join(room.heard.notices)
    assert "secret" not in shown
    assert "pw" not in shown
    room.desk.close()


async def test_forty_deliveries_under_faults_are_forty_effects(tmp_path: Path, pages: Pages) -> None:
    """Scaled down (evals/daily_faults.py makes a thousand): three answers in ten are a fault before or after accepting; runs go on until
    the outbox is empty."""
    rng = random.Random(5)
    faults = iter(lambda: rng.choice(["", "", "", "", "", "", "", "before", "after", "cut"]), None)
    with Hook(faults) as hook:
        room = Newsroom(tmp_path, pages, delivery={"folder": "", "webhooks": [{"url": f"{hook.url}&n={n}"} for n in range(8)]})
        for number in range(5):
            pages.publish(FEED, f"n{number}", room.clock(), f"On day {number} Orsk counted {number + 200} geese on its frozen harbour.")
            await room.edition()
            room.next_day()
        for _ in range(10):
            if not room.memory.waiting("briefing"):
                break
            await room.desk.deliver()
        assert not room.memory.waiting("briefing")
    assert len(hook.effects) == 40
    assert hook.bodies.total() > 40  # some came twice, under the same id
    room.desk.close()


async def test_a_planted_bug_that_draws_a_new_id_for_each_try_is_caught(
    pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = random.Random(1)
    real = courier.delivery.call_hook

    async def naive(target, body, ident, environment, sleep=None):  # type: ignore[no-untyped-def]
        return await real(target, body, f"{rng.random()}", environment, sleep)

    monkeypatch.setattr("summarizer.edges.delivery.call_hook", naive)
    with Hook(iter(["cut", "cut", "cut", "cut", "cut", "cut"])) as hook:
        room = Newsroom(tmp_path, pages, delivery={"folder": "", "webhooks": [{"url": hook.url}]})
        await room.edition()
        await room.desk.deliver()
        await room.desk.deliver()
    assert len(hook.effects) > 1  # what the test above would have seen: more effects than deliveries
    room.desk.close()


async def test_a_webhook_that_is_there_already_counts_as_delivered_and_one_that_refuses_is_not_asked_thrice(
    pages: Pages, tmp_path: Path
) -> None:
    with Hook(iter(["there"])) as hook:
        room = Newsroom(tmp_path, pages, delivery={"folder": "", "webhooks": [{"url": hook.url}]})
        assert len((await room.edition()).delivered.sent) == 1
    room.desk.close()


async def test_a_parcel_is_given_up_in_the_end(pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courier, "MOST_ATTEMPTS", 3)
    room = Newsroom(tmp_path, pages, delivery={"folder": "", "webhooks": [{"url": "ftp://127.0.0.1/"}]})
    made = await room.edition()
    for _ in range(3):
        await room.desk.deliver()
    (parcel,) = room.memory.parcels(made.edition.id)
    assert (parcel.state, parcel.attempts) == ("refused", 3)
    room.desk.close()


async def test_a_folder_that_cannot_be_written_costs_its_parcel_only(pages: Pages, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Hook() as hook:
        room = Newsroom(tmp_path, pages, delivery={"folder": str(tmp_path / "file" / "editions"), "webhooks": [{"url": hook.url}]})
        made = await room.edition()
    assert len(made.delivered.sent) == len(made.delivered.failed) == 1
    assert "cannot be used as a folder" in made.delivered.failed[0].error
    room.desk.close()


def test_parcel_ids_depend_on_content_and_target_only() -> None:
    from summarizer.daily.profile import Profile

    profile = Profile.model_validate({"feeds": ["https://x.example/feed"], "delivery": {"webhooks": [{"url": "https://h.example/"}]}})
    edition = Edition(id="a", number=1, profile="briefing", day=FIRST.date(), created=FIRST, title="t", headline="h", facts="f", brief="{}")
    one, again = courier.parcels(edition, profile), courier.parcels(edition.model_copy(update={"number": 9, "title": "u"}), profile)
    assert [p.id for p in one] == [p.id for p in again]
    assert len({p.id for p in (*one, *courier.parcels(edition.model_copy(update={"brief": "{ }"}), profile))}) == 2 * len(one)


def test_names_of_editions_cannot_leave_the_folder() -> None:
    edition = Edition(
        id="a", number=1, profile="p", day=FIRST.date(), name="../../etc/Pass wd", created=FIRST, title="", headline="", facts="", brief=""
    )
    assert stem(edition) == "2031-03-03-etc-pass-wd"


def test_the_outbox_is_drained_oldest_first(tmp_path: Path, pages: Pages) -> None:
    async def story() -> list[Parcel]:
        room = Newsroom(tmp_path, pages, delivery={"folder": "", "webhooks": [{"url": "http://127.0.0.1:9/"}]})
        for _ in range(3):
            await room.edition()
            room.next_day()
        waiting = room.memory.waiting("briefing")
        room.desk.close()
        return list(waiting)

    waiting = asyncio.run(story())
    assert len(waiting) == 3
