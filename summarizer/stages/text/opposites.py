"""Words that exclude each other: opposites (`OPPOSED`) and members of one set (`SETS`), and the peoples of countries (`PEOPLES`).

Where a claim has one member in the place of another, it says something else than its source, however like the rest is.
`|` parts the sides of an opposition; the words of one side may stand for each other.
` / ` parts entries on a line; the constants have one a line.
"""

OPPOSED = """
rise increase grow climb gain jump surge soar up higher more raise boost add expand |\
 fall decrease drop decline lose plunge tumble sink down lower less cut reduce slash shrink
increased increasing rising growing | decreased decreasing falling shrinking declining reduced / gain profit | loss
accept approve agree welcome | reject refuse decline deny oppose
allow permit let enable authorize | ban forbid prohibit prevent block bar forced / require force oblige compel mandate | allow permit
mandatory compulsory required obligatory | voluntary optional / include | exclude omit
keep retain | remove delete discard lose drop uninstall / open | close shut closed
begin start launch commence resume | end stop finish halt cease suspend / before earlier previously | after later subsequently
first | last / win victory beat | lose defeat loss / success succeed successful | failure fail unsuccessful
support back favour favor endorse | oppose criticise criticize attack reject
praise laud applaud | criticise criticize condemn denounce slam / guilty convict convicted | innocent acquit acquitted cleared exonerated
legal lawful | illegal unlawful / alive live survive | dead die kill / arrest detain jail imprison | release free
attack | defend protect / arrive come enter | leave depart exit / buy purchase | sell / borrow | lend / import | export
hire recruit appoint employ | fire dismiss sack lay_off / build construct | destroy demolish dismantle
strengthen bolster reinforce | weaken undermine / improve better | worsen deteriorate worse / best | worst / high | low / higher | lower
highest | lowest / large big huge major massive | small little minor tiny / long | short / old | new / early | late
near nearby close | far distant / strong powerful | weak / safe secure | dangerous unsafe / rich wealthy | poor / hot | cold / wet | dry
heavy | light / fast quick rapid | slow / hard difficult | easy simple / public | private
local domestic national | foreign international / urban | rural / majority most | minority few / all every | none no / many numerous | few
some | none / always | never / often frequently | rarely seldom / likely | unlikely / possible | impossible / able | unable
known | unknown / true | false / confirm | deny / admit confess | deny / remember | forget / love like | hate dislike / hope | fear
happy glad | sad unhappy / friend ally | enemy foe rival / peace | war / temporary | permanent / partial | full complete
minimum least | maximum most / above over exceeding | below under / inside | outside / on | off / with | without / left | right
north northern | south southern / east eastern | west western / man male men boy | woman female women girl / father dad | mother mom mum
son | daughter / brother | sister / husband | wife / uncle | aunt / nephew | niece / grandfather | grandmother
king prince | queen princess / he him his himself | she her hers herself / employer | employee worker / teacher | student pupil
doctor | patient / buyer | seller / plaintiff | defendant / prosecutor | defender / victim | culprit attacker suspect perpetrator
winner | loser / leader | follower / parent | child / adult | child / married | single divorced / healthy | sick ill
dead | injured wounded / murder | manslaughter / missing | found / experienced | inexperienced / popular | unpopular / expensive | cheap
strict | lenient / deny | concede / optimistic | pessimistic / positive | negative / advantage | disadvantage / cause | prevent
tighten | loosen ease / escalate intensify | deescalate ease calm / join | quit withdraw / unite merge | split divide separate
ahead | behind / lead | trail / demand | supply / sign | veto / guilty | not_guilty / lift remove | impose / specific | generic general
""".replace(" / ", "\n")

SETS = """
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december / spring summer autumn winter
morning afternoon evening night / today yesterday tomorrow / second minute hour day week month year decade century
daily weekly monthly yearly / hundred thousand million billion trillion / percent point / dollar euro pound yen yuan ruble rupee
metre meter kilometre kilometer mile foot inch yard / gram kilogram tonne ton pound ounce
president premier chancellor king queen governor mayor senator ambassador / president vice-president
parliament senate commission council court congress cabinet / minister senator governor mayor judge prosecutor lawyer general
army navy marines police coastguard / soldier policeman firefighter doctor nurse teacher lawyer engineer pilot journalist farmer student
astronomer biologist chemist physicist geologist historian economist psychologist
murder manslaughter assault rape robbery theft fraud arson kidnapping / killed injured arrested rescued kidnapped
dead injured missing trapped / red orange yellow green blue purple black white brown grey pink
gold silver copper iron coal oil gas lithium nickel zinc uranium / soy almond oat rice pea coconut cashew hazelnut / human animal bird
dog cat horse cow pig sheep goat chicken / star planet galaxy moon comet asteroid
earthquake flood fire storm hurricane tornado drought explosion avalanche landslide
school hospital church mosque temple home factory office prison hotel restaurant museum library airport
car truck bus train plane ship boat bicycle motorcycle / ocean sea river lake / mountain valley beach desert forest island
cliff beach hill building / city village county state country / europe asia africa america australia antarctica
christian muslim jewish hindu buddhist / catholic protestant orthodox sunni shiite / republican democrat independent
liberal conservative socialist / football basketball baseball hockey tennis golf cricket rugby / gold silver bronze
engine battery brake steering suspension software fuel / electrical mechanical hydraulic / heart lung liver kidney brain
hand foot arm leg eye ear / cancer diabetes asthma flu malaria measles tuberculosis / film book song album show play game / gay lesbian
breakfast lunch dinner
""".replace(" / ", "\n")

PEOPLES = """
afghanistan afghan / albania albanian / algeria algerian / america american us usa u.s. u.s united_states
argentina argentine argentinian / armenia armenian / australia australian / austria austrian / azerbaijan azerbaijani azeri
bangladesh bangladeshi / belarus belarusian / belgium belgian / bolivia bolivian / bosnia bosnian / brazil brazilian
britain british uk u.k. united_kingdom briton / bulgaria bulgarian / cambodia cambodian / canada canadian / chile chilean
china chinese beijing / colombia colombian / congo congolese / croatia croatian / cuba cuban / cyprus cypriot / czech czechia
denmark danish dane / ecuador ecuadorian / egypt egyptian / england english / estonia estonian / ethiopia ethiopian
europe european eu european_union / finland finnish finn / france french paris / georgia georgian / germany german berlin / ghana ghanaian
greece greek / haiti haitian / hungary hungarian / iceland icelandic icelander / india indian delhi / indonesia indonesian
iran iranian tehran / iraq iraqi baghdad / ireland irish / israel israeli / italy italian / jamaica jamaican / japan japanese tokyo
jordan jordanian / kazakhstan kazakh / kenya kenyan / korea korean / kuwait kuwaiti / latvia latvian / lebanon lebanese / libya libyan
lithuania lithuanian / malaysia malaysian / mexico mexican / moldova moldovan / mongolia mongolian / morocco moroccan
myanmar burmese burma / nepal nepali nepalese / netherlands dutch holland / nigeria nigerian / norway norwegian / pakistan pakistani
palestine palestinian / peru peruvian / philippines filipino philippine / poland polish pole / portugal portuguese / qatar qatari
romania romanian / russia russian moscow kremlin / rwanda rwandan / saudi saudis / scotland scottish scot / senegal senegalese
serbia serbian serb / singapore singaporean / slovakia slovak / slovenia slovenian / somalia somali / spain spanish spaniard
sudan sudanese / sweden swedish swede / switzerland swiss / syria syrian damascus / taiwan taiwanese / tanzania tanzanian / thailand thai
tunisia tunisian / turkey turkish turk / uganda ugandan / ukraine ukrainian kyiv kiev / venezuela venezuelan / vietnam vietnamese
wales welsh / yemen yemeni / zambia zambian / zimbabwe zimbabwean / arizona arizonan / california californian / texas texan
""".replace(" / ", "\n")
