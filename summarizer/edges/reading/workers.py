"""Child processes that parse, kept between files: started when first needed, ended with the reading."""

import os
import queue
import subprocess
import sys
import threading
from types import TracebackType

from summarizer.edges.reading.parsing import Parsed, Task

_GRACE = 3.0  # seconds of wall clock beyond the limit of processor time
_TASKS_A_PROCESS = 2_000  # a process is replaced now and then: parsers leak


class Workers:
    """Parses tasks in child processes; safe to call from several threads, one process a thread at a time."""

    def __init__(self) -> None:
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._all: set[_Worker] = set()
        self._lock = threading.Lock()

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._lock:
            workers, self._all = self._all, set()
        for worker in workers:
            worker.end()

    def parse(self, task: Task, data: bytes) -> Parsed:
        """What the child made of `data`. A child that dies or hangs costs this input only."""
        worker = self._idle_one() or self._start()
        if worker is None:
            return Parsed(unreadable="the process that parses such files could not be started")
        answer = worker.ask(task, data)
        if worker.alive and worker.asked < _TASKS_A_PROCESS:
            self._idle.put(worker)
        else:
            worker.end()
            with self._lock:
                self._all.discard(worker)
        return answer

    def _idle_one(self) -> "_Worker | None":
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return None

    def _start(self) -> "_Worker | None":
        try:
            worker = _Worker()
        except OSError:
            return None
        with self._lock:
            self._all.add(worker)
        return worker


class _Worker:
    def __init__(self) -> None:
        kept = ("PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT", "LD_LIBRARY_PATH", "TZ")
        environment = {name: os.environ[name] for name in kept if name in os.environ}  # no key of the user's is given to a parser
        environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
        self._process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-W", "ignore", "-m", "summarizer.edges.reading.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,  # Ctrl-C reaches the parent, which ends its children
        )
        self.alive = True
        self.asked = 0

    def ask(self, task: Task, data: bytes) -> Parsed:
        self.asked += 1
        late = threading.Event()
        clock = threading.Timer(task.limits.parse_seconds + _GRACE, self._kill, (late,))
        clock.start()
        try:
            return self._exchange(task, data)
        except (OSError, ValueError):
            self.alive = False
            return Parsed(unreadable=self._reason(task, late.is_set()))
        finally:
            clock.cancel()

    def _exchange(self, task: Task, data: bytes) -> Parsed:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(task.model_dump_json().encode() + b"\n")
        self._process.stdin.write(data)
        self._process.stdin.flush()
        size = int(self._process.stdout.readline())  # "" where the child died: ValueError
        answer = self._process.stdout.read(size)
        return Parsed.model_validate_json(answer)

    def _reason(self, task: Task, late: bool) -> str:
        self._process.kill()
        code = self._process.wait()
        if late or code == -24:  # SIGXCPU
            return f"reading it takes longer than the limit of {task.limits.parse_seconds:g} seconds"
        return "its parser was stopped (out of memory, or a crash in the library that reads it)"

    def _kill(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()

    def end(self) -> None:
        self.alive = False
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue
        try:
            self._process.wait(timeout=1.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
