"""Is a brief still true to its sources? Every quote, statement, figure, quotation and count is checked again, from the text itself."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from summarizer.article import Article
from summarizer.brief import Brief, Citation, FigureValue, Quote, Source, Statement
from summarizer.protocols import Entailment, Pair
from summarizer.stages.asides.asides import find_asides
from summarizer.stages.checks import Cited
from summarizer.stages.checks.check import check, judge
from summarizer.stages.checks.passage import plain
from summarizer.stages.text.speech import speaker
from summarizer.stages.text.wording import wording
from summarizer.stages.writing.cite import citation as citing
from summarizer.verdict import CheckResult, Report, Verdict
from summarizer.verification.grounds import Grounds, said


async def report_on_brief(brief: Brief, articles: Sequence[Article], entailment: Entailment) -> Report:
    """One verdict a statement, figure value and quotation, in reading order; problems with sources and counts beside them."""
    texts, problems = _texts(brief, articles)
    grounds = Grounds(texts)
    statements = list({(s.id, s.text, s.citations): s for s in brief.statements()}.values())
    asked = [(statement, _cited(statement.citations, grounds)) for statement in statements]
    whole = [(statement, cited) for statement, cited in asked if len(cited) == len(statement.citations) and cited]
    scores = await entailment.score([Pair(premise=said(cited), claim=statement.text) for statement, cited in whole])
    scored = {id(statement): score for (statement, _), score in zip(whole, scores, strict=True)}
    originals = {source.id: source.duplicate_of or source.id for source in brief.sources}
    verdicts = [
        _upheld(statement, cited, scored[id(statement)], grounds, originals)
        if id(statement) in scored
        else _broken(statement.id, statement.text, statement.citations, brief, grounds)
        for statement, cited in asked
    ]
    for story in brief.stories:
        verdicts += [_figure(figure.measure, value, brief, grounds) for figure in story.figures for value in figure.values]
        verdicts += [_quote(quote, brief, grounds) for quote in story.quotes]
    return Report(verdicts=tuple(verdicts), problems=(*problems, *_counts(brief)))


def _texts(brief: Brief, articles: Sequence[Article]) -> tuple[dict[str, Article], list[str]]:
    """The article behind each source of the brief: one given with the same text, or the text kept in the brief. And what is missing."""
    by_text = {article.sha256: article for article in articles if _sha(article.text) == article.sha256}
    given = {key: article for article in articles for key in (article.id, article.url, article.path) if key}
    uses = Counter(citation.source for citation in brief.citations())
    found: dict[str, Article] = {}
    problems = []
    for source in brief.sources:
        if source.sha256 in by_text:
            found[source.id] = by_text[source.sha256].model_copy(update={"id": source.id})
        elif source.text is not None and _sha(source.text) == source.sha256:
            found[source.id] = _kept(source, source.text)
        elif uses[source.id]:
            problems.append(f"{_missing(source, given)}: {uses[source.id]} citation(s) cannot be checked")
    return found, problems


def _kept(source: Source, text: str) -> Article:
    return Article(
        id=source.id, title=source.title, publisher=source.publisher, url=source.url, path=source.path, published=source.published,
        text=text, sha256=source.sha256, asides=find_asides(text),
    )  # fmt: skip


def _missing(source: Source, given: dict[str, Article]) -> str:
    name = f"source “{source.title}” ({source.url or source.path or source.id})"
    if source.text is not None:
        return f"the text kept in the brief for {name} is not the one it was made from"
    if any(key in given for key in (source.id, source.url, source.path) if key):
        return f"the text of {name} has changed since the brief was made"
    return f"{name} is not among the articles given and its text is not in the brief"


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _cited(citations: Iterable[Citation], grounds: Grounds) -> tuple[Cited, ...]:
    return tuple(each for citation in citations if (each := grounds.cited(citation)) is not None)


def _upheld(statement: Statement, cited: Sequence[Cited], score: float, grounds: Grounds, originals: dict[str, str]) -> Verdict:
    """The verdict of a statement all of whose citations lead somewhere; one that moved comes back with the sentence that says it."""
    own = [each.sentence for each in cited]
    best = grounds.evidence.placed(statement.text, own)
    independent = len({originals.get(citation.source, citation.source) for citation in statement.citations})
    verdict = judge(
        statement.id,
        statement.text,
        cited,
        entailed=score,
        best=best,
        attributed_to=statement.attributed_to,
        independent_sources=independent,
    )
    if best is not None and best not in own and not verdict.supported:
        return verdict.model_copy(update={"citations": (citing(best),), "moved": True})
    if independent < statement.independent_sources:
        reason = f"claims {statement.independent_sources} independent sources and cites {independent}"
        failed = (*verdict.checks, CheckResult(name="sources", outcome="fail", reason=reason))
        return verdict.model_copy(update={"supported": False, "support": "partial", "checks": failed})
    return verdict


def _broken(ident: str, text: str, citations: Sequence[Citation], brief: Brief, grounds: Grounds) -> Verdict:
    """The verdict where a citation leads nowhere: unchecked where its text is missing, failed where it was invented or lost its place."""
    known = {source.id for source in brief.sources}
    if not citations:
        return _failed(ident, text, "fail", "cites nothing", citations)
    for citation in citations:
        if citation.source not in known:
            return _failed(ident, text, "fail", f"cites {citation.source!r}, which is none of the brief's sources", citations)
        if citation.source in grounds.articles and grounds.cited(citation) is None:
            moved = grounds.evidence.nearest(citation)
            reason = "cites words that do not stand in the article at that place"
            return _failed(ident, text, "fail", reason, (moved,) if moved else citations, moved is not None)
    return _failed(ident, text, "unchecked", "the text it cites was not given", citations)


def _failed(ident: str, text: str, outcome: str, reason: str, citations: Sequence[Citation], moved: bool = False) -> Verdict:
    """`outcome` "unchecked" is neither a yes nor a no: nothing failed, and the missing source is a problem of the report."""
    unknown = outcome == "unchecked"
    result = CheckResult(name="citation", outcome="unchecked" if unknown else "fail", reason=reason)
    return Verdict(
        id=ident, text=text, supported=unknown, support="unchecked", score=0.5 if unknown else 0.0, checks=(result,),
        citations=tuple(citations), moved=moved,
    )  # fmt: skip


def _figure(measure: str, value: FigureValue, brief: Brief, grounds: Grounds) -> Verdict:
    """A value keeps its source's words, or at least its numbers: they must stand in what it cites."""
    text = f"{measure}: {value.value} {value.unit}".strip()
    cited = _cited(value.citations, grounds)
    if len(cited) != len(value.citations) or not cited:
        return _broken(f"figure {measure}", text, value.citations, brief, grounds)
    held = any(plain(value.value) in plain(each.sentence.text) for each in cited)
    numbers = _numbers(value.value)
    held = held or (bool(numbers) and any(numbers <= _numbers(each.sentence.text) for each in cited))
    reason = "" if held else f"gives {value.value}, which is not in the cited text"
    figure = CheckResult(name="figure", outcome="pass" if held else "fail", reason=reason)
    return _of(f"figure {measure}", text, [check(text, cited)[0], figure], value.citations)


def _numbers(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in wording(text) if token.kind == "number")


def _quote(quote: Quote, brief: Brief, grounds: Grounds) -> Verdict:
    """Verbatim inside the citation, and by that speaker as the whole sentence tells."""
    text = f"{quote.speaker}: “{quote.text}”"
    cited = _cited((quote.citation,), grounds)
    if not cited:
        return _broken(f"quote {quote.speaker}", text, (quote.citation,), brief, grounds)
    held = check(f"“{quote.text}”", cited)[:2]
    return _of(f"quote {quote.speaker}", text, [*held, _spoken(quote, grounds)], (quote.citation,))


def _spoken(quote: Quote, grounds: Grounds) -> CheckResult:
    """Whether the article gives the words to that speaker: by the marks around them, or else by the check of attribution."""
    around = grounds.evidence.locate(quote.citation)
    first = around[0]
    before = [s.text for s in grounds.sentences(first.article)[max(0, first.index - 4) : first.index] if s.aside is None]
    span = (quote.citation.start - first.start, quote.citation.end - first.start)
    if span[1] <= len(first.text) and speaker(first.text, span, before) == quote.speaker:
        return CheckResult(name="attribution", outcome="pass")
    spoken = check(f"“{quote.text}”", grounds.evidence.cited(around), attributed_to=quote.speaker)
    return next(result for result in spoken if result.name == "attribution")


def _of(ident: str, text: str, results: Sequence[CheckResult], citations: Sequence[Citation]) -> Verdict:
    good = all(result.outcome != "fail" for result in results)
    return Verdict(
        id=ident, text=text, supported=good, support="verified" if good else "partial", score=float(good), checks=tuple(results),
        citations=tuple(citations), independent_sources=len({citation.source for citation in citations}),
    )  # fmt: skip


def _counts(brief: Brief) -> list[str]:
    """Counts of the receipt that contradict the brief itself."""
    coverage = brief.coverage
    copies = sum(1 for source in brief.sources if source.duplicate_of)
    wrong = [
        (
            len(brief.sources) != coverage.read,
            f"the receipt says {coverage.read} articles were read and the brief lists {len(brief.sources)}",
        ),
        (copies != coverage.duplicates, f"the receipt says {coverage.duplicates} copies and the brief lists {copies}"),
        (coverage.articles_in != coverage.read + len(coverage.failed), "the receipt's articles are not those read and those that failed"),
    ]
    problems = [said for is_wrong, said in wrong if is_wrong]
    for story in brief.stories:
        mix = story.source_mix
        if mix.articles != mix.independent + mix.syndicated:
            problems.append(f"the sources of “{story.headline}” do not add up")
    return problems
