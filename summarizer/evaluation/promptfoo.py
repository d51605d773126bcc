"""For promptfoo users: a provider that writes briefs and an assertion that scores them, or any other provider's answer.

A file of yours, `brief.py`, imports both names and is named in promptfooconfig.yaml as `file://brief.py`; docs/evals.md shows it.
"""

import json
from collections.abc import Mapping

from pydantic import ValidationError

from summarizer.errors import SummarizerError
from summarizer.evaluation.case import load_case
from summarizer.evaluation.measure import beyond, measure
from summarizer.evaluation.scoring import SCORES

DEFAULT_LIMITS = {"faithfulness": 1.0, "forbidden": 0.0, "noise": 0.0}
"""What an assertion without a config asks for."""


def call_api(prompt: str, options: Mapping[str, object], context: Mapping[str, object]) -> dict[str, object]:
    """promptfoo's Python provider: the brief, as JSON, of the articles of `vars.case`, with the prompt as its focus.

    `config` takes `model` ("extractive" without), `base_url`, `max_cost` (USD) and `max_words`.
    """
    from summarizer.library import Summarizer
    from summarizer.settings import Outline, Settings

    config = _table(options.get("config"))
    try:
        case = load_case(str(_table(context.get("vars"))["case"]))
        given = {name: config[name] for name in ("base_url", "max_cost") if config.get(name) is not None}
        outline = Outline.model_validate({"max_words": config.get("max_words"), "focus": prompt.strip() or case.focus})
        settings = Settings.model_validate({"model": config.get("model") or "extractive", "outline": outline, **given})
        brief = Summarizer(settings=settings).brief([case.articles])
    except KeyError:
        return {"error": "the test needs vars.case: the folder of a case with case.toml and articles/"}
    except ValidationError as error:
        first = error.errors()[0]
        return {"error": f"config: {'.'.join(map(str, first['loc']))}: {first['msg']}"}
    except SummarizerError as error:
        return {"error": str(error)}
    run = brief.run
    usage = {"prompt": run.tokens_in, "completion": run.tokens_out, "total": run.tokens_in + run.tokens_out}
    return {"output": brief.model_dump_json(), "tokenUsage": usage, **({} if run.cost_usd is None else {"cost": run.cost_usd})}


def get_assert(output: object, context: Mapping[str, object]) -> dict[str, object]:
    """promptfoo's Python assertion: passes when every score in `config` keeps its limit; a component and a named score for each.

    `output` is a brief's JSON (text, or the object promptfoo made of it), or text that cites articles by number. `score` is
    `fact_recall`, where scored.
    """
    config = {name: value for name, value in _table(context.get("config")).items() if name in SCORES and isinstance(value, int | float)}
    limits = {name: float(value) for name, value in config.items() if isinstance(value, int | float)} or DEFAULT_LIMITS
    try:
        case = str(_table(context.get("vars"))["case"])
        scores = measure(output if isinstance(output, str) else json.dumps(output), case)
    except KeyError:
        return {"pass": False, "score": 0.0, "reason": "the test needs vars.case: the folder of a case with case.toml and articles/"}
    except SummarizerError as error:
        return {"pass": False, "score": 0.0, "reason": str(error)}
    failed = beyond(scores, limits)
    parts = [
        {"pass": name not in failed, "score": float(name not in failed), "reason": failed.get(name) or f"{name}: {scores[name].reason}"}
        for name in limits
    ]
    return {
        "pass": not failed,
        "score": scores["fact_recall"].value if scores["fact_recall"].value is not None else float(not failed),
        "reason": "\n".join(failed.values()) or "every limit is kept",
        "namedScores": {name: score.value for name, score in scores.items() if score.value is not None},
        "componentResults": parts,
    }


def _table(value: object) -> dict[str, object]:
    return {str(key): each for key, each in value.items()} if isinstance(value, Mapping) else {}
