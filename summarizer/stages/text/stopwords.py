"""Words too common to tell one text from another, by language."""

_ENGLISH = """
a about above after again against all almost along already also although always am among an and another any anyone anything are around as
ask asked at away back be because become been before began behind being below between both but by call called came can cannot come could
did do does doing done down during each earlier either else even ever every few find first five for four from further gave get give given
go goes going gone got had has have having he her here hers herself him himself his how however i if in including indeed instead into is it
its itself just keep kept know known last later least less let like made make makes making many may maybe me mean meanwhile might mine more
most mr mrs ms much must my myself near nearly never new next no nor not nothing now of off often on once one only onto or other others our
ours ourselves out over own part per perhaps put quite rather really said same saw say saying says second see seem seemed seen seven shall
she should since six so some someone something soon still such take taken than that the their theirs them themselves then there these they
thing things think third this those though three through thus to together told too took toward towards two under until up upon us use used
very via want was way we well went were what whatever when where whether which while who whole whom whose why will with within without would
yet you your yours yourself ain't aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's i'd i'll i'm i've isn't
it'd it'll it's let's she'd she'll she's shouldn't that's there's they'd they'll they're they've wasn't we'd we'll we're we've weren't won't
wouldn't you'd you'll you're you've according yesterday today tomorrow despite amid among
"""
_GERMAN = """
aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bereits bin bis bist da dabei damit
dann das dass dazu dein dem den denn der des dessen deren die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen
einer eines er es etwa etwas euch euer für gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem
ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine keinem keinen keiner können könnte laut man mehr mein
mit muss müssen nach nicht nichts noch nun nur ob oder ohne sagte sehr sei sein seine seinem seinen seiner seit selbst sich sie sind so
sollen sollte sondern sowie über um und uns unser unter viel vom von vor war waren warum was weil weiter welche welchem welchen welcher wenn
wer werde werden wie wieder will wir wird wo wollen worden wurde wurden während zu zum zur zwar zwischen
"""
_FRENCH = """
ai aient ainsi alors après as au aucun aussi autre autres aux avaient avait avant avec avoir c'est car ce cela celle celles celui ces cet
cette ceux chaque chez comme comment dans de depuis des deux dit donc dont du elle elles en encore entre est et était étaient été être eu
eux fait font ici il ils j'ai je jusqu la là le les leur leurs lors lui ma mais même mes moi moins mon ne ni nos notre nous on ont ou où par
parce pas peu peut plus pour pourquoi qu quand que quel quelle quelles quels qui s'est sa sans se selon sera ses si soit son sont sous sur
ta te tes toi ton tous tout toute toutes très tu un une vers vos votre vous y
"""
_SPANISH = """
a al algo algunas algunos ante antes aquel aquella así aunque bajo cada como con contra cual cuando de del desde dijo donde dos durante e el
él ella ellas ellos en entre era eran es esa esas ese eso esos esta está estaba estado están estar este esto estos fue fueron ha había
habían haber hace hacia han hasta hay la las le les lo los luego más me mi mientras mis mucho muy nada ni no nos nosotros nuestra nuestro o
otra otras otro otros para pero poco por porque pues que qué quien se sea según ser si sí sido sin sobre son su sus también tan tanto te
tiene tienen toda todas todo todos tras tu un una unas uno unos y ya yo
"""

STOP_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(_ENGLISH.split()),
    "de": frozenset(_GERMAN.split()),
    "fr": frozenset(_FRENCH.split()),
    "es": frozenset(_SPANISH.split()),
}
