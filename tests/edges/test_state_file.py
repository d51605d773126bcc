"""The state file: what was stored is there afterwards, whatever happened to the process or the file."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from summarizer.edges.state import Database, SqliteStore, StateTooNew
from summarizer.testing import Heard


def test_what_is_put_is_there_again_in_the_next_run(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "state.db"
    store = SqliteStore(path)
    store.put("k", "täxt 🜁")
    store.put("k", "newer")
    store.close()
    again = SqliteStore(path)
    assert again.get("k") == "newer"
    assert again.get("other") is None
    assert again.stats() == (1, 5)
    again.close()


def test_commits_are_synchronous_and_in_wal_mode(tmp_path: Path) -> None:
    database = Database(tmp_path / "s.db")
    with database.write() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    database.close()


def test_a_flipped_byte_in_a_value_is_a_miss(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    store = SqliteStore(path)
    store.put("k", "the answer is seventeen")
    store.close()
    data = path.read_bytes()
    assert b"seventeen" in data
    path.write_bytes(data.replace(b"seventeen", b"seventeem"))
    again = SqliteStore(path)
    assert again.get("k") is None
    again.put("k", "the answer is seventeen")
    assert again.get("k") == "the answer is seventeen"
    again.close()


@pytest.mark.parametrize("seed", range(25))
def test_damage_anywhere_never_gives_a_wrong_value_and_never_deletes_silently(tmp_path: Path, seed: int) -> None:
    path, chance = tmp_path / "s.db", random.Random(seed)
    values = {f"key{i}": f"value {i} " * chance.randint(1, 300) for i in range(40)}
    store = SqliteStore(path)
    for key, value in values.items():
        store.put(key, value)
    store.close()
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 5, 200])):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data[: chance.choice([len(data), len(data), len(data) // 2])])
    heard = Heard()
    again = SqliteStore(path, listen=heard)
    found = {key: again.get(key) for key in values}
    again.put("new", "value")
    again.get("new")
    again.close()
    assert all(found[key] in (None, value) for key, value in values.items())
    if not any(found.values()):
        assert heard.notices
        assert list(tmp_path.glob("s.db*"))


@pytest.mark.parametrize("content", [b"not a database at all, but text", b"SQLite format 3\x00" + b"\xff" * 4000, b"{" * 5000])
def test_a_foreign_file_is_moved_aside_whole_and_a_new_one_begun(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "s.db"
    path.write_bytes(content)
    heard = Heard()
    store = SqliteStore(path, listen=heard)
    store.put("k", "v")
    assert store.get("k") == "v"
    store.close()
    assert (tmp_path / "s.db.damaged-1").read_bytes() == content
    assert "damaged" in heard.notices[0]


def test_a_file_of_a_newer_version_is_left_alone_and_the_run_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    heard = Heard()
    store = SqliteStore(path, listen=heard)
    store.put("k", "v")
    assert store.get("k") is None
    assert "newer version" in heard.notices[0]
    store.close()
    with pytest.raises(StateTooNew):
        Database(path)
    assert not list(tmp_path.glob("*damaged*"))


def test_a_place_that_cannot_be_used_costs_the_memory_and_not_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    heard = Heard()
    store = SqliteStore(tmp_path / "file" / "s.db", listen=heard)
    store.put("k", "v")
    assert store.get("k") is None
    assert store.stats() == (0, 0)
    assert len(heard.notices) == 1


def test_a_full_disk_costs_the_new_replies_and_not_the_old_ones(tmp_path: Path) -> None:
    heard = Heard()
    database = Database(tmp_path / "s.db")
    store = SqliteStore(database, listen=heard)
    store.put("old", "v")
    with database.write() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        limit = f"PRAGMA max_page_count = {pages}"
    database._writer.execute(limit)
    store.put("new", "x" * 100_000)
    store.put("newer", "y")
    assert store.get("old") == "v"
    assert store.get("new") is None
    assert len(heard.notices) == 1
    assert "not remembered" in heard.notices[0]
    database.close()


def test_a_file_that_may_only_be_read_is_still_read(tmp_path: Path) -> None:
    database = Database(tmp_path / "s.db")
    SqliteStore(database).put("old", "v")
    database._writer.execute("PRAGMA query_only = ON")
    heard = Heard()
    store = SqliteStore(database, listen=heard)
    store.put("new", "w")
    assert store.get("old") == "v"
    assert len(heard.notices) == 1
    database.close()


def test_puts_of_many_threads_are_all_safe(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "s.db")
    threads = [threading.Thread(target=lambda n=n: [store.put(f"{n}-{i}", f"v{n}-{i}") for i in range(20)]) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(store.get(f"{n}-{i}") == f"v{n}-{i}" for n in range(8) for i in range(20))
    store.close()


WRITER = """
import sys
from summarizer.edges.state import SqliteStore
store = SqliteStore(sys.argv[1])
for i in range(int(sys.argv[3])):
    store.put(f"{sys.argv[2]}-{i}", "value")
    print(i, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, str(count)], stdout=subprocess.PIPE, text=True)


def test_several_processes_write_at_once_and_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    writers = [writer(path, f"p{n}", 30) for n in range(4)]
    for process in writers:
        process.communicate(timeout=60)
        assert process.returncode == 0
    store = SqliteStore(path)
    assert store.stats()[0] == 120
    store.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill -9 is a thing of POSIX")
def test_what_put_returned_from_survives_kill_nine(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    promised = 0
    for attempt in range(4):
        process = writer(path, f"a{attempt}", 100_000)
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(5 + 7 * attempt)]
        os.kill(process.pid, signal.SIGKILL)
        lines += process.stdout.readlines()
        process.wait()
        process.stdout.close()
        whole = [line for line in lines if line.endswith("\n")]
        store = SqliteStore(path)
        assert all(store.get(f"a{attempt}-{int(line)}") == "value" for line in whole)
        promised += len(whole)
        assert store.stats()[0] >= promised
        store.close()
    assert not list(tmp_path.glob("*damaged*"))


def test_migrations_run_once_each_and_all_or_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path / "s.db")
    first = "CREATE TABLE a (x); CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a WHERE x = 0; SELECT 1; END;"
    database.migrate("daily", [first])
    database.migrate("daily", [first, "ALTER TABLE a ADD COLUMN y"])
    with pytest.raises(sqlite3.Error):
        database.migrate("daily", [first, "ALTER TABLE a ADD COLUMN y", "CREATE TABLE b (x); CREATE TABLE a (x)"])
    with database.read() as connection:
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'b'").fetchall() == []
        assert connection.execute("SELECT version FROM schema_version WHERE component = 'daily'").fetchone() == (2,)
    with pytest.raises(StateTooNew):
        database.migrate("daily", [first])
    database.close()


def test_an_error_in_a_transaction_leaves_nothing_behind(tmp_path: Path) -> None:
    database = Database(tmp_path / "s.db")
    database.migrate("t", ["CREATE TABLE t (x)"])

    def fail() -> None:
        with database.write() as connection:
            connection.execute("INSERT INTO t VALUES (1)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.read() as connection:
        assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)
    database.close()


def test_old_replies_can_be_pruned_and_the_file_backed_up(tmp_path: Path) -> None:
    database = Database(tmp_path / "s.db")
    store = SqliteStore(database)
    store.put("old", "v")
    store.put("new", "v")
    with database.write() as connection:
        connection.execute("UPDATE replies SET stored_at = datetime('now', '-100 days') WHERE key = 'old'")
    database.backup(tmp_path / "copy.db")
    assert store.prune(30) == 1
    assert store.get("old") is None
    database.close()
    copy = SqliteStore(tmp_path / "copy.db")
    assert copy.get("old") == "v"
    copy.close()
