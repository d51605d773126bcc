"""The turns of phrase by which orders to machines and editors are told. `orders` says what each is worth.

Each clue has the words without one of which it cannot be there: they are looked up first, which keeps news cheap.
"""

import re
from typing import NamedTuple

from summarizer.stages.asides.unmasked import letters


class Said(NamedTuple):
    """A sentence in plain form and the words in it."""

    text: str
    bag: frozenset[str]


class Clue(NamedTuple):
    """A pattern, and words one of which it needs (none: it is always tried)."""

    words: frozenset[str]
    pattern: re.Pattern[str]

    def within(self, said: Said, start: int = 0) -> re.Match[str] | None:
        """Where the clue is in a sentence."""
        if self.words and self.words.isdisjoint(said.bag):
            return None
        return self.pattern.search(said.text, start)


def said(text: str) -> Said:
    """A sentence, already in plain form."""
    return Said(text, frozenset(letters(text)))


def _clue(words: str, pattern: str) -> Clue:
    return Clue(frozenset(words.split()), re.compile(pattern))


_MACHINE = (
    r"(?:(?:ai|a\.i\.|llms?|gpt\w*|chat ?gpt|language|chat|machine|automat(?:ed|ic)|generative|artificial intelligence|virtual"
    r"|digital|news|feed|text"
    r"|syndication|reading|summar(?:y|i[sz]ation|i[sz]ing|i[sz]er)|content|search|web)[ -]){0,3}"
)
STRONG = _clue(
    "ai a.i llm llms gpt chatgpt language chatbot chatbots bot bots summariser summarizer summarisers summarizers summarisation "
    "summarization summary summarising summarizing aggregator aggregators crawler crawlers scraper scrapers parser parsers automated "
    "automatic reading generative machine syndication feed digest briefing readers ais copilot copilots large",
    rf"\b(?:{_MACHINE}(?:llms?|language models?|chat ?bots?|summari[sz]ers?|aggregators?|crawlers?|scrapers?|parsers?)"
    r"|(?:ai|a\.i\.|automat(?:ed|ic)|language|summary|summari[sz]ation|summari[sz]ing|reading|gpt|llm|generative|machine|syndication"
    r"|feed|digest|briefing)"
    r"[ -](?:[a-z]+[ -]){0,2}(?:models?|assistants?|agents?|systems?|tools?|readers?|services?|engines?|software|bots?|programs?"
    r"|editors?|pipelines?|processes|generators?)"
    r"|readers with ai|ais|automat(?:ed|ic) summar\w+|copilots?|large language)\b",
)
WEAK = _clue(
    "assistant assistants model models bot bots agent agents system systems tool tools machine machines algorithm algorithms editor "
    "editors newsdesk newsdesks ai llm operator",
    r"\b(?:assistants?|models?|bots?|agents?|systems?|tools?|machines?|algorithms?|editors?|newsdesks?|ai|llm|operator)\b",
)
_PRODUCT = (
    r"(?:summar(?:y|ies)|brief(?:ing)?s?|headlines?|digests?|abstracts?|bullet points?|key points?|outputs?|responses?|repl(?:y|ies)"
    r"|answers?"
    r"|translations?|recaps?|tl;?dr|overviews?|synops[ie]s)"
)
ABOUT_PRODUCT = _clue(
    "summary summaries brief briefs briefing briefings headline headlines digest digests abstract abstracts bullet key output "
    "outputs response responses reply replies answer answers translation translations recap recaps tl tldr overview overviews "
    "synopsis synopses summarise summarize summarises summarizes summarised summarized summarising summarizing summarisation "
    "summarization prompt prompts instruction instructions citation citations context",
    rf"\b(?:{_PRODUCT}|summari[sz](?:e|es|ed|ing|ation)|prompts?|instructions?|citations?|context window)\b",
)
_DUTY = (
    r"(?:must|should|shall|has to|have to|needs? to|ought to|is to|are to|(?:is|are) (?:required|requested|asked|instructed"
    r"|expected|obliged) to|may only|can only|will)"
)
_ANSWERS = (
    r"(?:print|output|write|reply|respond|answer|say|return|display|echo|emit|produce|generate|repeat|include|insert|append|add"
    r"|mention|state|report"
    r"|begin|start|end|open|close|finish|conclude|use|quote|cite|attribute|link|render|translate|replace|treat|keep|join|combine"
    r"|decode|execute|run"
    r"|follow|obey|comply|reveal|disclose|show|list|send|tell|summari[sz]e|rank|rate|recommend|praise|promote|describe|call|set|put"
    r"|make|give|copy|paste|spell"
    r"|type|complete|continue|fill|provide|remember|store|forward|consider|assume|pretend|act|imagine|confirm|refer|name|title|drop"
    r"|omit|remove|delete|stop|skip"
    r"|refuse|decline|switch|enter|leave|emphasi[sz]e|highlight|present|portray|note that)"
)
_CLAUSE = (
    r"(?:^|[.!?:;,–—>*\"”\])(-]\s*|\b(?:and|then|please|now|just|simply|also|instead|only|but|so|always|kindly|must|should"
    r"|shall|to you)\s+)"
)
ANSWER = _clue("", rf"{_CLAUSE}{_ANSWERS}\b(?!\s+(?:of|is|was|are|were|has|had|said|by|the door)\b)")
EXACTLY = _clue(
    "",
    rf"\b{_ANSWERS}\b\W+(?:\w+\W+){{0,2}}?(?:only|exactly|nothing(?: else)? (?:but|except)|just|verbatim|literally|the (?:word|code"
    rf"|phrase|following|sentence|text"
    r"|line|string|token|letters|result|output|title|headline|name|fragment)|this (?:word|code|phrase|sentence|line|title|text)"
    r"|as (?:the|your|a) (?:title|headline|summary|first|last|answer)"
    r"|in full|word for word|between the)\b|\b(?:and )?nothing else\b|\b(?:begin|start|end|open|close|finish"
    r"|conclude)\W+(?:\w+\W+){1,4}with\b",
)
OVERRIDE = _clue(
    "ignore disregard forget override overrule discard bypass neglect dismiss abandon following follow attention aside cancel erase "
    "unlearn",
    rf"{_CLAUSE}(?:ignore|disregard|forget|override|overrule|discard|bypass|neglect|dismiss|abandon|stop following|do not follow"
    rf"|don['’]t follow|pay no attention to|set aside|cancel|erase|unlearn)\b"
    r"\W+(?:\w+\W+){0,3}?(?P<what>previous|prior|above|preceding|earlier|below|before|instructions?|rules?|guidelines?|prompts?|text"
    r"|articles?|directions?|commands?"
    r"|programming|orders?|content|context|everything|anything|your|them|it all|safety|polic(?:y|ies)|constraints?|restrictions?"
    r"|limits?|sources?|rest|training)\b",
)
ORDERS = _clue(
    "",
    r"\b(?:instructions?|rules|guidelines|prompts?|directions|commands|orders|everything|text|articles?|programming|restrictions"
    r"|constraints)\b",
)
GIVEN = _clue(
    "instruction instructions rules prompt prompts orders guidelines task",
    r"\b(?:instructions?|rules|prompts?|orders|guidelines|task)\b[^.!?]{0,50}\b(?:you (?:were|have been|are|got)|given|out of date"
    r"|no longer|cancelled|superseded|replaced|obsolete|void)\b",
)
VOCATIVE = _clue(
    "",
    r"^\W*(?:(?:important|urgent|special|short|brief|polite|quick|new|final|public|override|private|confidential|hidden|technical"
    r"|official|editorial)\W+)*"
    r"(?:(?:note|notice|message|memo|attention|instructions?|request|reminder|hint|hey|dear|hello|hi|warning|directive|order"
    r"|correction|advice|memo|information|guidance|reading|for|to)\W+)*"
    r"(?:(?:to|for|from)\W+)?(?:[\w' -]{0,40}?\bto\W+)?(?:all\W+|any\W+|every\W+|the\W+|our\W+"
    r"|other\W+)*(?P<who>[^:,.!?–—]{2,60}?)\s?(?:[:,–—]|\s-\s)",
)
TO_DEMAND = _clue(
    "summary summaries brief briefs briefing briefings headline headlines digest digests abstract abstracts bullet key output "
    "outputs response responses reply replies answer answers translation translations recap recaps tl tldr overview overviews "
    "synopsis synopses",
    rf"\b(?:(?:every|each|all|any|the|your|an?|this|correct|automat\w+|final|first|only|good|whole|resulting"
    rf"|machine)\W+)*{_PRODUCT}\b[^.!?:]{{0,60}}?(?:\b{_DUTY}\b|\b(?:opens?|begins?|starts?|ends?|closes?|finish(?:es)?) with\b"
    rf"|\b(?:is|reads?)\s?:|\b(?:that|which|who)\W+(?:does not|doesn['’]t|fails to|omits?|lacks?)\b|\bwithout\b)",
)
MACHINE_DUTY = _clue(
    "must should shall has have need needs ought is are may can will",
    rf"\b{_DUTY}\W+(?:not\W+|only\W+|always\W+|never\W+)?(?:{_ANSWERS}|avoid|ignore|disregard)\b",
)
WHEN_YOU = _clue(
    "when before after if while once whenever as",
    r"\b(?:when|before|after|if|while|once|whenever|as)\W+(?:you|an? ai|a machine|an assistant"
    r"|a model)(?:['’]re)?\W+(?:\w+\W+){0,2}?(?:summari[sz]\w*|cite|quote|read|process|translate|index|rewrite"
    r"|paraphrase|are an? (?:ai|bot|assistant|language|machine|model|summar)|answer|respond|reply|report on|write (?:about|up|your)"
    r"|parse|analy[sz]e|ingest|condense|use this)",
)
YOURS = _clue(
    "your thy",
    r"\b(?:your|thy)\W+(?:\w+\W+){0,2}?(?:system prompt|prompts?|instructions?|guidelines|rules|training|configuration|answers?"
    r"|repl(?:y|ies)|responses?|summar(?:y|ies)"
    r"|outputs?|headlines?|brief|task|context|programming|creators?|developers?|system message|memory|citations?|credentials"
    r"|secrets?|tools?)\b",
)
SECRETS = _clue(
    "system api key keys token tokens secret variables instructions file files prompt",
    r"\b(?:system prompts?|system message|api[ _-]?keys?|[a-z]{3,}_[a-z_]*(?:key|token|secret)s?|access tokens?"
    r"|environment variables?|initial instructions|hidden instructions)\b|\bfiles? you (?:were|have been|are) given\b",
)
SILENCE = _clue(
    "not don never",
    r"(?:^|[.!?:;,–—>*\"”)]\s*|\b(?:and|please|notice|now|then|but|also)\s+)(?:please\s+)?(?:do not|don['’]t|never|must not"
    r"|should not)\s+(?:ever |even |also )?"
    r"(?:mention|report|include|summari[sz]e|cite|quote|use|reveal|discuss|repeat|refer|describe|name|tell|say|show|reference"
    r"|acknowledge|follow|publish|cover|list)\b",
)
AUTHORITY = _clue(
    "operator operators developer developers administrator administrators admin system owner provider maintainer maintainers "
    "engineer engineers agency supervisor openai anthropic google microsoft mode jailbreak",
    r"\b(?:message|note|notice|instructions?|correction|order|directive|policy|update|request|command)s? (?:from|by|of) (?:the "
    r"|your |our )?(?:\w+ ){0,2}"
    r"(?:operators?|developers?|administrators?|admin|system|owner|provider|maintainers?|engineers?|agency|supervisor|openai"
    r"|anthropic|google|microsoft)\b"
    r"|\b(?:test|debug|developer|maintenance|admin|safe|diagnostic|sudo|god|jailbreak|unrestricted) mode\b|\bjailbreak\b"
    r"|\bsystem (?:override|update|notice|message)\b",
)
ROLE = _clue(
    "you now act pretend imagine play role",
    r"(?:^|[.!?]\s+)(?:you are (?:now|no longer|actually)\b|you are (?:an? |the |in |acting |free|allowed|not )|from now on\b"
    r"|act as\b|pretend\b|imagine (?:that )?you\b|let['’]s play\b|role-?play|assume the role|you will (?:now )?(?:act|be|answer"
    r"|respond|reply))",
)
THIS = _clue(
    "this the these",
    r"\b(?:this|the (?:above|following|present|preceding)|these) (?:article|text|page|story|item|document|summary|sentence|site|post"
    r"|message|input|piece|report|paragraph|news|title)s?\b",
)
CODE = _clue("", r"\b(?=[\w-]*\d)(?=[\w-]*[a-z])[a-z0-9]{3,}[-_][a-z0-9]{2,}\b|<<<|>>>")
TO_ALL_SOURCES = _clue(
    "replace attribute credit ascribe supersede substitute swap overwrite",
    rf"{_CLAUSE}(?:replace|attribute|credit|ascribe|supersede|substitute|swap|overwrite)\b[^.!?]{{0,60}}\b(?:every|all|any|each"
    rf"|sources?|report|articles?|by|with)\b",
)
ACCOUNT = _clue(
    "account password payment card identity login details credentials wallet",
    r"\b(?:confirm|verify|log ?in|sign ?in|update|re-?enter|validate|unlock|restore)\b[^.!?]{0,60}\b(?:account|password|payment|card"
    r"|identity|login|details|credentials|wallet)\b",
)
QUOTING = _clue(
    "quoting summarising summarizing citing translating processing using referring paraphrasing condensing reporting",
    r"\b(?:when|before|after|if|while)\W+(?:quoting|summari[sz]ing|citing|translating|processing|using|referring|paraphrasing"
    r"|condensing|reporting on)\b",
)
CREDITING = _clue(
    "attribute ascribe cite", rf"{_CLAUSE}(?:attribute|ascribe)\b[^.!?]{{0,60}}\bto\b|{_CLAUSE}cite\b[^.!?]{{0,40}}\b(?:as|for|instead)\b"
)
OTHER_SOURCES = _clue(
    "article articles document documents source sources text texts report reports version versions paper papers outlets",
    r"\b(?:other|companion|competing|remaining|all other|rest of the)\W+(?:articles?|documents?|sources?|texts?|reports?|versions?"
    r"|papers?|outlets)\b[^.!?]{0,40}"
    r"\b(?:wrong|false|fake|void|retracted|outdated|incorrect|unreliable|withdrawn|superseded|lies|lying|forged|invalid|ignored?"
    r"|disregarded)\b"
    rf"|{_CLAUSE}(?:treat|consider|regard|mark|count|take)\b[^.!?]{{0,40}}\b(?:sources?|articles?|reports?|versions?|papers?"
    rf"|documents?)\b[^.!?]{{0,30}}\bas\b",
)
LENGTH = _clue(
    "words pages sentences characters times lines paragraphs tokens stop stopping forever",
    r"\b(?:at least|no fewer than|exactly|more than|over|minimum of)\W+(?:[\w,]+\W+){1,3}?(?:words|pages|sentences|characters|times"
    r"|lines|paragraphs|tokens)\b|\bdo not stop\b|\bwithout stopping\b|\bforever\b",
)
MEMORY = _clue(
    "remember store memorise memorize word code phrase key token codeword",
    r"\b(?:remember|store|memori[sz]e)\b[^.!?]{0,40}\b(?:for later|next time|tomorrow|in future|future (?:answers|runs|summaries"
    r"|sessions))\b"
    r"|\b(?:secret|magic|special|activation) (?:word|code|phrase|key|token)\b|\bcode ?word\b",
)
HERE_IS = _clue("here", rf"\bhere(?:['’]s| is| are)\W+(?:the|your|a)\W+(?:\w+\W+){{0,2}}{_PRODUCT}\b")
MAKERS = _clue(
    "whoever who whomever anyone those people person anybody one all whosoever",
    rf"\b(?:who(?:m|so)?ever|anyone|those|people|person|anybody|the one|all)\b[^.:!?]{{0,40}}\b(?:compil|writ|prepar|mak|read"
    rf"|summari[sz]|edit|produc|creat|process|index|us)\w*\b[^.:!?]{{0,30}}\b(?:{_PRODUCT}|this|page|text|article)\b",
)
LINK = _clue("", r"\bhttps?://|\bwww\.|\]\(")
ATTRIBUTED = _clue(
    "said says told according reported announced warned found wrote argued asked explained added testified ruled showed tried tested "
    "admitted "
    "claimed",
    r"\b(?:said|says|told|according to|reported|announced|warned|found|wrote|argued|asked|explained|added|testified|ruled|showed"
    r"|tried|tested|admitted|claimed)\b",
)
QUOTED = _clue("", r"“[^“”]{0,800}”|„[^“”„]{0,800}[“”]|«[^«»]{0,800}»|\"[^\"]{0,800}\"|(?<!\w)['‘][^'‘’]{8,400}['’](?!\w)")
YOU = _clue("you your yourself", r"\b(?:you|your|yourself)\b")
FOREIGN_OVERRIDE = _clue(
    "",
    r"\b(?:[ií]gnor\w+|zignor\w+|oubli\w+|n[ée]glig\w+|vergiss|vergesst|vergessen|missacht\w+|olvid\w+|omit\w+|desconsider\w+"
    r"|esque\w+|dimentic\w+|trascur\w+|negeer\w*|vergeet|zapomn\w+|abaikan"
    r"|lupakan|ohita|unohda|g[öo]rmezden|yoksay\w*|unut\w*|игнорир\w+|проигнорир\w+|ігнору\w+|забуд\w+|b[ỏo] qua|αγνό\w+|ξέχα\w+"
    r"|glem|gl[öo]m|bortse|hagyd|felejtsd)\b|ne tenez pas compte|ne tiens pas compte"
    r"|nicht beachten|beachte nicht|не обращай|忽略|无视|忽视|忘记|無視|忘れて|忽視"
    r"|不要理会|不要管|무시|잊어|تجاهل|انس|अनदेखा|नज़रअंदाज़|התעלם|เพิกเฉย|ละเว้น",
)
FOREIGN_ORDERS = _clue(
    "",
    r"\b(?:consign\w+|instru\w+|directiv\w+|r[èe]gles?|anweisung\w*|vorgaben?|regeln?|befehle?|[óo]rdenes|indica[cç]\w+|reglas"
    r"|regras|istruzion\w+|regole|aanwijzing\w*|инструкц\w+|інструкц\w+|указани\w+|вказів\w+"
    r"|правил\w*|polece\w+|talimat\w*|pokyn\w*|ohje\w*|οδηγ\w+|εντολ\w+|utasít\w*|perintah|arahan|tout ce qui|alles|todo lo|tudo"
    r"|tutto|t[eé]xto?e?s?|teksten?|текст\w*)\b"
    r"|指示|指令|说明|命令|規則|规则|内容|文章|지시|명령|지침|تعليمات|التعليمات|निर्देश|hướng dẫn|הוראות|ההוראות|คำสั่ง|คำแนะนำ",
)
FOREIGN_ANSWER = _clue(
    "",
    r"\b(?:[ée]crivez|[ée]cris|r[ée]pondez|r[ée]ponds|imprimez|affichez|r[ée]sumez|schreibe?|schreiben sie|antworte|antworten sie"
    r"|gib|geben sie|drucke|fasse|escribe|escriba|responde|responda|imprime|imprima|diga|escreva"
    r"|scrivi|rispondi|stampa|schrijf|antwoord|напиши(?:те)?|ответь(?:те)?|выведи(?:те)?|napisz|odpowiedz|wypisz|yaz|yan[ıi]tla"
    r"|vi[ếe]t)\b|输出|打印|回答|只写|请写|出力|書いて|答えて|출력|작성|대답|اكتب|اطبع|أجب|लिखें|छापें",
)
FOREIGN_ONLY = _clue(
    "",
    r"\b(?:seulement|uniquement|rien d['’]autre|nur|ausschlie[ßs]+lich|nichts anderes|solo|s[óo]lo|solamente|[úu]nicamente|apenas"
    r"|somente|soltanto|alleen|только|лишь|tylko|sadece|yaln[ıi]zca|ch[ỉi])\b|只|仅|だけ|のみ|만|فقط|केवल",
)
FOREIGN_PRODUCT = _clue(
    "",
    r"\b(?:r[ée]sum[ée]s?|zusammenfassung(?:en)?|resumen|res[úu]menes|resumo|riassunto|samenvatting|резюме|сводк\w+|пересказ\w*"
    r"|podsumowanie|streszczenie|[öo]zet|t[óo]m t[ắa]t|ki-\w+|sprachmodell\w*|ia|ии|modelo de lenguaje|mod[èe]le de langage)\b|摘要|总结"
    r"|要約|요약|ملخص|सारांश|人工智能|语言模型|助手|言語モデル",
)
FOREIGN_DUTY = _clue(
    "",
    r"\b(?:muss|m[üu]ssen|soll(?:en|te)?|doit|doivent|devez|debe[nr]?|deve[mr]?|moet(?:en)?|долж\w+|нужно|musi|powinn\w+)\b|必须|應該|应该"
    r"|しなければ|해야|يجب|चाहिए",
)
