"""What is remembered between runs: one SQLite file that several processes may use at once.

`Database` opens the file and brings each component's tables up to date; `SqliteStore` keeps replies in it. A file that is damaged is moved
aside, never deleted; a place that cannot be written to costs the memory, not the run. WAL with synchronous=FULL: what was committed
survives kill -9 and a power cut.
"""

import contextlib
import hashlib
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from summarizer.errors import UsageError
from summarizer.events import Happening, Notice
from summarizer.protocols import Listener

_BUSY_SECONDS = 30.0
_FILE_FORMAT = 1  # PRAGMA user_version; the tables' own versions stand in `schema_version`
_BAD_FILE = ("malformed", "not a database", "corrupt", "disk image", "encrypted")
_VERSIONS = "CREATE TABLE IF NOT EXISTS schema_version (component TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT"


class StateTooNew(UsageError):
    """The state file was written by a newer version of this program."""


class Database:
    """A state file. `read` and `write` give a connection; both may be used from several threads, one at a time each.

    Opening checks the file (quick_check) and moves a damaged one aside to `NAME.damaged-1`, with a Notice. Raises OSError or sqlite3.Error
    where the place cannot be used at all, StateTooNew for a file of a newer version.
    """

    def __init__(self, path: str | Path, *, listen: Listener | None = None) -> None:
        self.path = Path(os.path.realpath(path))
        self._listen = listen or _silent
        self._reading, self._writing = threading.Lock(), threading.Lock()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(self.path):
            self._writer = self._open_checked()
        self._reader = _connect(self.path)

    def migrate(self, component: str, migrations: Sequence[str]) -> None:
        """Runs those of a component's migrations (SQL scripts of one statement or several, in order) that the file has not seen.

        A migration, once released, is never changed: a new one is appended. Raises StateTooNew where the file has seen more of them.
        """
        with self.write() as connection:
            row = connection.execute("SELECT version FROM schema_version WHERE component = ?", (component,)).fetchone()
            version = row[0] if row else 0
            if version > len(migrations):
                raise StateTooNew(f"{self.path} was written by a newer version of summarizer: update it, or use another --state")
            for script in migrations[version:]:
                for statement in _statements(script):
                    connection.execute(statement)
            if version < len(migrations):
                connection.execute("INSERT OR REPLACE INTO schema_version VALUES (?, ?)", (component, len(migrations)))

    @contextlib.contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction that holds the write lock from its beginning; committed at the end, rolled back on an error."""
        with self._writing:
            connection = self._writer
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A connection to read with; never waits for a writer."""
        with self._reading:
            yield self._reader

    def backup(self, target: str | Path) -> None:
        """A consistent copy, also while others write."""
        with self.read() as connection, contextlib.closing(sqlite3.connect(target)) as copy:
            connection.backup(copy)

    def close(self) -> None:
        """Closes the file; committed work is safe without it."""
        with self._reading, self._writing:
            self._reader.close()
            self._writer.close()

    def _open_checked(self) -> sqlite3.Connection:
        for _ in range(2):
            connection: sqlite3.Connection | None = None
            try:
                connection = _connect(self.path)
                self._check(connection)
                return connection
            except sqlite3.DatabaseError as error:
                if connection is not None:
                    connection.close()
                if isinstance(error, sqlite3.OperationalError) or not any(sign in str(error) for sign in _BAD_FILE):
                    raise
                aside = _move_aside(self.path)
                self._listen(Notice(level="warning", message=f"the state file was damaged; it is kept as {aside} and a new one begun"))
        raise sqlite3.DatabaseError(f"{self.path} cannot be used as a state file")

    def _check(self, connection: sqlite3.Connection) -> None:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(f"malformed: {verdict}")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > _FILE_FORMAT:
            connection.close()
            raise StateTooNew(f"{self.path} was written by a newer version of summarizer: update it, or use another --state")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_VERSIONS)
        connection.execute(f"PRAGMA user_version = {_FILE_FORMAT}")
        connection.execute("COMMIT")


REPLIES = [
    """CREATE TABLE replies (key TEXT PRIMARY KEY, value TEXT NOT NULL, checksum BLOB NOT NULL,
       stored_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP) STRICT, WITHOUT ROWID""",
]


class SqliteStore:
    """A Store in a state file. Never raises: what cannot be read is a miss, after a failed write nothing more is written; Notices say so.

    Give it a path, or a `Database` that others use too. `put` returns when the value is safely on disk; puts of several threads that come
    together share one transaction.
    """

    def __init__(self, place: str | Path | Database, *, listen: Listener | None = None) -> None:
        self._listen = listen or _silent
        self._waiting: dict[str, str] = {}
        self._queue = threading.Lock()
        self._turn = threading.Lock()
        self._database: Database | None = None
        self._writable = True
        self._own = not isinstance(place, Database)
        try:
            self._database = place if isinstance(place, Database) else Database(place, listen=listen)
            self._database.migrate("replies", REPLIES)
        except (OSError, sqlite3.Error, StateTooNew) as error:
            if not self._readable():
                self._database = None
            self._stop_writing(error)

    def get(self, key: str) -> str | None:
        """The value, None where there is none or it is not what was stored."""
        if self._database is None:
            return None
        try:
            with self._database.read() as connection:
                row = connection.execute("SELECT value, checksum FROM replies WHERE key = ?", (key,)).fetchone()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self._tell(f"a remembered reply could not be read ({_said(error)}); it is asked for again")
            return None
        if row is None or not isinstance(row[0], str) or _checksum(key, row[0]) != row[1]:
            return None
        return row[0]

    def put(self, key: str, value: str) -> None:
        """Remembers the value; an older one of the key is replaced."""
        if self._database is None or not self._writable:
            return
        with self._queue:
            self._waiting[key] = value
        with self._turn:
            with self._queue:
                batch, self._waiting = self._waiting, {}
            if not batch or not self._writable:
                return  # another thread wrote it while this one waited
            try:
                with self._database.write() as connection:
                    connection.executemany(
                        "INSERT OR REPLACE INTO replies (key, value, checksum) VALUES (?, ?, ?)",
                        [(k, v, _checksum(k, v)) for k, v in batch.items()],
                    )
            except (sqlite3.Error, UnicodeEncodeError) as error:
                self._stop_writing(error)

    def stats(self) -> tuple[int, int]:
        """How many replies there are and how many bytes of text they hold."""
        if self._database is None:
            return 0, 0
        with self._database.read() as connection:
            count, size = connection.execute("SELECT count(*), coalesce(sum(length(value)), 0) FROM replies").fetchone()
        return int(count), int(size)

    def prune(self, older_than_days: int) -> int:
        """Forgets replies stored more than so many days ago; returns how many. Raises sqlite3.Error."""
        if self._database is None:
            return 0
        with self._database.write() as connection:
            return connection.execute(
                "DELETE FROM replies WHERE stored_at < datetime('now', ?)", (f"-{int(older_than_days)} days",)
            ).rowcount

    def close(self) -> None:
        """Closes the file, unless it was given as a Database."""
        if self._database is not None and self._own:
            self._database.close()
        self._database = None

    def _readable(self) -> bool:
        if self._database is None:
            return False
        try:
            with self._database.read() as connection:
                connection.execute("SELECT 1 FROM replies LIMIT 1").fetchone()
        except sqlite3.Error:
            return False
        return True

    def _stop_writing(self, error: Exception) -> None:
        self._writable = False
        self._tell(f"replies are not remembered in this run: {_said(error)}")

    def _tell(self, message: str) -> None:
        self._listen(Notice(level="warning", message=message))


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: executescript would commit the transaction they belong to."""
    statement = ""
    for piece in script.split(";"):
        statement += piece + ";"
        if sqlite3.complete_statement(statement):
            if statement.strip(" \n\t;"):
                yield statement
            statement = ""


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keeps other processes from opening (and perhaps moving aside) the file at the same time, where the system can."""
    try:
        import fcntl
    except ImportError:  # Windows: an open file cannot be moved aside there in any case
        yield
        return
    with open(f"{path}.lock", "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _move_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    path.rename(aside)
    for suffix in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(f"{aside}{suffix}")
    return aside


def _checksum(key: str, value: str) -> bytes:
    return hashlib.blake2b(f"{key}\n{value}".encode(), digest_size=8).digest()


def _said(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.strerror or type(error).__name__}: {error.filename}" if error.filename else str(error)
    return str(error) or type(error).__name__


def _silent(event: Happening) -> None:
    """Hears nothing."""
