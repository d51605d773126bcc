"""How many statement-sentence pairs a second one core checks without a model, and whether memory stays flat.

    python -m evals.benchmarks.pairs_per_second ../shared/data/benchmarks [--pairs 10000]

Each labelled claim is paired with sentences of its own source, the one most like it first, then others; no pair twice. Time is
processor time, reading and writing the rows included: of the library, whose first tenth warms up and is not counted, and of the command
`summarizer verify --pairs`, all of it, its start too. The command looks for cyclic garbage less often than Python does by itself.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from evals.benchmarks.human_labels import SETS, labelled
from summarizer.stages.evidence.align import sentences_of
from summarizer.stages.evidence.bearing import Bearing
from summarizer.stages.text.index import Index
from summarizer.verification import verify_pairs


def pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """(sentence, claim) in the order of the sets, up to twelve a claim."""
    for name in SETS:
        source: object = None
        sentences: tuple[str, ...] = ()
        bearing = Bearing(Index(()), ())
        for row in labelled(folder, name):
            if row.source != source:
                source = row.source
                given = sentences_of(row.source) if isinstance(row.source, str) else row.source
                sentences = tuple(sentence for sentence in given if 40 < len(sentence) < 400)
                bearing = Bearing(Index(sentences), [""] * len(sentences))
            best = [number for number, _ in bearing.ranked(row.claim)[:4]]
            others = random.Random(row.id).sample(range(len(sentences)), min(8, len(sentences)))
            yield from ((sentences[number], row.claim) for number in dict.fromkeys([*best, *others]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pairs", type=int, default=10_000)
    given = parser.parse_args()
    found = list(dict.fromkeys(pairs(given.folder)))
    random.Random(0).shuffle(found)
    lines = [json.dumps({"id": i, "source": source, "claim": claim}) for i, (source, claim) in enumerate(found[: given.pairs])]
    warm = len(lines) // 10
    answers = verify_pairs(lines)
    for _ in range(warm):
        next(answers)
    before, started = _megabytes(), time.process_time()
    done = sum(1 for _ in answers)
    seconds = time.process_time() - started
    print(f"{done:,} pairs: {done / seconds:,.0f} a second and core; memory {before} MB at the start, {_megabytes()} MB at the end")
    with NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("\n".join(lines))
        file.flush()
        subprocess.run([sys.executable, "-m", "summarizer", "verify", "--pairs", file.name], stdout=subprocess.DEVNULL, check=True)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = spent.ru_utime + spent.ru_stime
    print(f"{len(lines):,} pairs: {len(lines) / seconds:,.0f} by the command; {spent.ru_maxrss // 1024} MB at most")


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
