"""Words of news English that say the same thing: our own short list.

A group is loose on purpose: it says that one word *may* stand for another, so such a match counts for less than the word itself.
What must never be confused (murder/manslaughter, million/billion, mother/father) is kept apart here and named in `stages.text.opposites`.
`_` joins the words of a phrase. ` / ` parts groups on a line; `GROUPS` and `IRREGULAR` (base, past, participle) have one a line.
"""

GROUPS = """
abandon desert forsake give_up leave / abolish scrap end repeal eliminate axe
about around roughly approximately nearly almost some circa close_to / accelerate speed_up hasten quicken
accept agree_to approve consent / accident crash collision wreck / accompany escort join / accord agreement deal pact treaty settlement
according_to say per / accumulate gather collect amass build_up / accuse charge allege blame / achieve accomplish attain reach realize
acknowledge admit concede confess recognize own_up / acquire buy purchase take_over obtain get / acquit clear exonerate
act action deed move measure step / activist campaigner advocate protester / actor actress star performer / add append include supplement
additional extra more further another added other / address tackle deal_with handle fix resolve rectify / adequate sufficient enough ample
adjourn suspend postpone / advance progress headway proceed / adviser aide consultant counsellor / affect impact influence hit hurt
afraid scared frightened fearful / aggressive hostile belligerent assertive / agency body bureau department authority organization
agree concur consent / aid assistance help relief support assist / aim goal objective target purpose intend seek / air broadcast televise
airline carrier / airplane plane aircraft jet airliner flight / airport airfield / allow permit let enable authorize
ally partner supporter / also too as_well additionally moreover besides furthermore / alter change modify adjust amend revise
alternative substitute option replacement / although though despite while even_though / amid during among
anger outrage fury rage infuriate enrage / angry furious irate outraged / announce declare unveil disclose reveal proclaim say
annual yearly / anonymous unnamed unidentified / answer reply respond response reaction / anticipate expect predict forecast foresee
app application / apparent evident obvious clear / appeal call request plea urge / appear seem look / appear emerge surface show_up
appoint name nominate pick designate / apprehend arrest capture detain catch nab seize take_into_custody
approval consent permission authorization backing / area region zone district territory / argue contend maintain claim assert insist
arms weapon weaponry / army military troops forces soldiers / arrange organize set_up plan / arrive reach come get_to
article report story piece / artist musician singer performer / ask request urge invite / assassinate kill murder
assess evaluate judge appraise gauge / assessment evaluation appraisal review / assign allocate allot / asylum refuge shelter
attack assault strike raid offensive / attempt try effort bid seek endeavour endeavor / attend go_to participate
attorney lawyer counsel solicitor barrister / attract draw lure / authorities officials police government / autumn fall / average mean
avert avoid prevent / award prize honor honour accolade / award give grant confer / aware conscious / baby infant newborn
back support endorse / ban prohibit bar outlaw forbid block / bankrupt insolvent / base headquarters / base ground rest
battle fight combat clash / beat defeat overcome thrash / beautiful lovely gorgeous / become turn grow get
begin start commence launch initiate kick_off open inaugurate / behavior behaviour conduct
believe think consider deem regard see view feel / benefit advantage merit gain profit / betray deceive
big large huge major massive great sizable substantial enormous vast giant considerable significant / bill legislation law measure act
blast explosion detonation / blaze fire inferno flames / blow setback / boat vessel ship craft / body corpse remains
bolster strengthen reinforce boost shore_up / bomb explosive device / boom surge / boost increase raise lift improve
border frontier boundary / boss chief head leader manager / boy lad / boycott shun / branch division arm unit / brave courageous heroic
breach violation infringement violate / break violate breach / break fracture / brief short / bring carry take fetch / bring_up raise rear
broad wide extensive / brother sibling / budget spending / build construct erect / building structure edifice / bury inter
business company firm corporation enterprise / busy occupied / buyer purchaser customer / calculate compute
call name dub term label nickname / call phone ring telephone / calm peaceful quiet / campaign drive / cancel call_off scrap axe
cancer tumor tumour / candidate contender nominee hopeful / capable able / capture record take obtain / capture seize take
car vehicle automobile / care treatment / casualty victim death injury / catastrophe disaster calamity tragedy
cause lead_to trigger prompt spark result_in bring_about produce / cease stop halt end quit discontinue / ceasefire truce armistice
celebrate mark commemorate honour honor / celebrity star / center centre hub / central main key / certain sure confident
challenge contest dispute / chance opportunity possibility likelihood probability odds / change shift transformation / charity nonprofit
chase pursue hunt / cheap inexpensive affordable / check examine inspect verify / chief head top main / child kid youngster minor youth
choose select pick opt elect / church parish / circulate spread / citizen national resident / city town municipality
civilian noncombatant / claim say assert allege / clarify explain / clash confrontation conflict skirmish / class lesson / clean tidy
clear evident obvious plain / climate weather / climb rise ascend / close shut shutter shut_down closed / close near nearby
coach manager trainer / coalition alliance bloc / coast shore seaside coastline / collapse fail failure cave_in
colleague coworker co-worker peer / college university / combine merge unite join / comfort console / command order instruct direct
comment remark statement / commit carry_out perpetrate / committee panel commission / common frequent usual widespread
community neighborhood neighbourhood / company firm business corporation maker group / compare contrast measure
compel force oblige require obligate / compensation damages payout / compete vie contend / competition contest / competitor rival opponent
complain grumble / complete finish conclude end / complete full entire whole total / complex complicated / component part element
comprise include consist contain / concern worry anxiety fear / conclude find determine decide
condemn denounce criticize criticise slam blast decry censure / condition state / conduct carry_out perform run hold
conference meeting summit / confidential secret classified / confirm verify corroborate / conflict war fighting / confront face
congressman congresswoman representative lawmaker / connect link tie associate relate / connection link tie relationship
consequence result outcome effect / conservative right-wing / consider regard view deem think classify / constant continuous steady
consumer customer shopper / contact reach / contain hold include / contaminate pollute taint
continue persist keep_on carry_on remain proceed go_on / contract agreement deal / contribute give donate / contribution donation gift
controversial disputed contentious / controversy row dispute / convene gather meet / convention gathering / convict find_guilty
convince persuade / cooperate collaborate work_together / cop officer policeman policewoman / cost price expense / country nation state
couple pair / courage bravery / court tribunal judge / cover include / crack fissure / create make produce form establish
crew team staff / crime offence offense / criminal offender felon / crisis emergency / critic opponent detractor / criticism condemnation
criticize criticise blast slam attack condemn / crowd throng / crucial key vital important essential critical / cruel brutal harsh
culprit perpetrator offender / curb limit restrict rein_in / cure remedy / current present existing ongoing
currently now at_present presently / customer client patron shopper / cut reduce slash lower trim decrease
danger risk threat hazard peril menace / dangerous hazardous risky unsafe / date day / daughter child girl / deadly fatal lethal
death dead die fatality demise passing pass_away / debate discussion discuss / debris wreckage rubble / debut premiere / decade ten_years
deceased dead late / decide determine resolve opt choose / decision ruling verdict / declare announce state proclaim
decline refuse reject / decline decrease fall drop dip slide slip shrink / decorate adorn / deepen worsen
defend protect shield guard safeguard / defer delay postpone put_off / define describe / delay postpone hold_up
delete remove erase eliminate wipe discard uninstall get_rid / deliberate intentional / deliberately intentionally on_purpose
deliver bring / demand call_for insist require / demolish destroy tear_down raze / demonstrate show prove / demonstration protest rally
demonstrator protester / deny refute dispute reject / depart leave exit / department ministry agency / dependent reliant
deploy send dispatch / deport expel remove / describe depict portray call characterize / design plan / desire want wish
destroy ruin wreck demolish devastate / destruction devastation / detail particular feature / detain hold arrest
detect spot find discover / determine establish find / determined resolved / develop create build / development growth / device gadget
devote dedicate / diagnose identify / dialogue talks discussion negotiation conversation
die dead death pass_away perish succumb lose_one's_life / differ vary / different distinct / difficult hard tough challenging
difficulty trouble problem / dig excavate / diminish reduce lessen / direct lead manage / director head chief / disagree differ
disagreement dispute difference / disappear vanish go_missing / disappointed dismayed / discover find uncover detect
discuss talk_about debate talk / disgrace shame / dismiss fire sack lay_off oust / disorder condition / display show exhibit
displace uproot / dispute row disagreement conflict feud / disrupt interrupt disturb / distant remote faraway far-off far_away
distribute hand_out give_out / disturb upset / divide split separate / doctor physician medic / document file record paper
donor contributor / doubt question / draft write / drama play / dramatic striking sharp / drink beverage / drive propel
drug medicine medication / due owing / duty responsibility / dwelling home house residence / eager keen / early initial
earn make receive / earth planet world globe / earthquake quake tremor temblor / ease relax loosen / economic financial / economy market
edition version / educate teach / education schooling / effect impact consequence / effective efficient successful / elect vote choose
election vote poll ballot / electricity power / embassy mission / embrace adopt / emissions pollution
emphasize stress underline highlight underscore emphasise / employ hire recruit / employee worker staff / employer company
employment job work / empty vacant / encounter meet face / encourage urge spur / end finish conclude terminate stop expire
enemy foe adversary / energy power / enforce impose / engage involve / enjoy like love / ensure guarantee secure make_sure / enter go_into
enthusiasm excitement / entrepreneur businessman businesswoman / envoy ambassador diplomat emissary representative / equal same
equip provide / era period age / error mistake / escape flee run_away get_away / especially particularly notably
essential vital necessary / establish set_up found create / estimate reckon calculate / ethnic racial / evacuate remove
evidence proof sign indication trace / exact precise / examine study inspect investigate look_into / example instance
exceed surpass top more_than over / excellent superb great outstanding / exceptional extraordinary / exchange swap trade
exclude omit leave_out / execute carry_out / execute put_to_death / executive boss manager / exit leave departure
expand grow enlarge extend / expansion growth / expel kick_out oust remove / expensive costly pricey / expert specialist analyst
explode blow_up detonate / explore investigate / expose reveal uncover / express voice convey / extend prolong lengthen
extinguish put_out / extract take_out / extreme severe / facility plant site / fact reality / factory plant / fail flop / fair just
fake false bogus phoney counterfeit / fall drop plunge tumble plummet decline decrease slip sink
famous well-known renowned celebrated noted / fan supporter / fast quick rapid swift / fault blame / fee charge / feel believe sense
fierce intense / figure number / file submit lodge / film movie picture / final last ultimate / finalize complete / find discover locate
fine penalty penalize / firefighter fireman / first initial / fix repair solve / flag banner / flat apartment / flaw defect fault
flee escape run / flood inundate deluge / focus concentrate / follow pursue / following after / food meal / football soccer
force make compel / forecast predict prediction outlook / foreign overseas international / foremost leading / forest woods woodland
form type kind / former ex previous / found establish start / frequent regular often / frequently often regularly / friend pal
frighten scare / frightening scary / fulfil fulfill meet / fund money finance / funding financing investment / funeral burial
gain increase / gain win obtain / gang group / garbage trash rubbish / gasoline petrol gas / gather assemble collect meet
gathering meeting event / gay homosexual / general overall / generate produce create / gentle mild / gift present donation
girl schoolgirl / give provide hand / global worldwide international
globally worldwide around_the_world across_the_globe internationally / goods products merchandise / govern rule
government administration state / grab seize / grief sorrow / group team organization organisation / grow increase expand rise
growth increase rise / guess estimate / guest visitor / guide lead / guideline guidance recommendation rule / gunfire shooting shots
gunman shooter attacker / habit practice / halt stop end suspend / happen occur take_place / happening event
happy glad pleased delighted / harass bully / harm damage hurt injure / harmful damaging / harsh severe tough / harvest crop / hate detest
head leader chief lead / health wellbeing / healthy well / hear listen / heat warmth / heavy intense / hide conceal / high tall
highway motorway freeway road / hint suggest / history past / hit strike / hold keep / holiday vacation / honest truthful
honor honour tribute / hope wish / horrible terrible / hospital clinic / hospitalize hospitalise admit / host present / hostage captive
hotel inn / hunger starvation / hunt search / hurricane storm / hurry rush / husband spouse / idea concept notion / identical same
identify name recognize / ignore disregard / ill sick unwell ailing / illegal unlawful illicit / illness disease sickness ailment
image picture photo photograph / immediate instant / immediately instantly at_once straight_away right_away / immigrant migrant
impede hinder obstruct hamper / implement carry_out introduce / imply suggest / important significant key major
imprison jail incarcerate lock_up / improve enhance better upgrade / improvement enhancement / incident event accident episode
include contain feature / income earnings revenue / increase rise grow raise boost climb jump surge soar augment heighten escalate mount
increasingly more_and_more / incredible amazing / independent separate / indicate show suggest signal / industry sector / infection case
inform tell notify / information data details / initiative project scheme / injure wound hurt harm / injury wound
inquiry investigation probe enquiry / inquire ask / inspection check / inspire motivate / install fit / institution establishment
insult offend / intend plan aim mean / intensify increase / intention plan / internet online web / intervene step_in
introduce launch bring_in / invent create / investigate probe examine look_into / involve include / issue problem matter
issue release publish / item article / jail prison / job work post position / join enter / joint common
journalist reporter correspondent / journey trip travel voyage / joy happiness / judge rule / judgment judgement ruling verdict
jump leap / keep retain maintain / kidnap abduct / kill slay shoot_dead / killer murderer / killing slaying / kind type sort
known called recognized / label tag / labor labour work / lack shortage absence / land property / last continue / law legislation statute
lawful legal / lawmaker legislator representative parliamentarian congressman politician / lawsuit suit litigation case / leading top
learn find_out discover / legislature parliament / lengthy long / liable responsible / liberal progressive / liberty freedom
lift raise remove / likely probable / limit restrict cap / live reside dwell / locate find situate / location place site spot
look gaze peer peek / love adore / luck fortune / mail post / main chief primary principal major / mainly mostly chiefly largely primarily
majority most / maker manufacturer producer / man guy / mandate require / mandatory compulsory required obligatory
manufacture produce make / many numerous several / march protest / marry wed tie_the_knot / marriage wedding matrimony
massacre slaughter / match game / mean signify / means method way / measure gauge / media press / meeting talks / mend repair
mention cite refer / middle centre / migrant refugee / minister secretary / minor small / missing lost unaccounted / mission task trip
mix blend / mob crowd / mobile cellphone phone / modest small / moment time / money cash funds / monitor watch track
monitoring surveillance oversight supervision / motive reason / mourn grieve / move relocate / murder homicide / name title / narrow slim
necessary needed required / need require / negotiate talk bargain / neighbor neighbour / neighborhood area neighbourhood / new novel fresh
newspaper paper daily / nice pleasant / normal usual / note observe remark / notice see spot / now currently today / observe watch see
obstacle barrier / obtain get gain / occasion event / ocean sea / offer propose / officer official / official authority
oil petroleum crude / old elderly aged / ongoing continuing / opinion view / oppose object resist / option choice / ordinary normal
organize organise arrange / origin source / oust remove topple / outbreak epidemic / outdated old-fashioned / outline describe
oversee supervise / oversight supervision scrutiny monitoring inspection / overthrow topple oust / own possess / owner proprietor
pain suffering / part portion piece section share / participate take_part / particular specific / pass approve
passenger traveler traveller / past former / pause suspend / peak height / people person individual folk / permanent lasting
person individual human / personal private / phase stage / plan scheme intend programme program proposal / pledge promise vow
police officers cops department force authorities / poll survey / pollution contamination / population people / port harbor harbour
possible potential / powerful strong / praise commend laud hail applaud / pregnant expecting / prepare ready / prevent stop
previous former prior earlier / previously earlier before formerly / prisoner inmate detainee / probably likely / procedure process
product goods / production output / profession career job / professor academic scholar / profit earnings / program programme scheme show
prominent leading / promote advance / property estate / propose suggest / prosecute charge / prospect chance / provide give supply offer
province region / provoke cause / publication magazine / publish release print / pull withdraw / punish penalize discipline
punishment penalty / put place / quantity amount / quarrel dispute / quickly rapidly fast swiftly / quit leave resign step_down
rain rainfall / rare unusual uncommon / react respond / ready prepared / real actual genuine / realize understand / reason cause
rebel insurgent / rebuild reconstruct / recall withdraw take_back / receive get / recent latest new / recently lately / reckon think
recommend suggest advise / reduce cut lower lessen decrease / reduction cut / referred called known / reform change overhaul
regret sorry / regulate control / regulation rule / regulator watchdog / reject refuse turn_down dismiss / relation relationship
relative family / release free / release issue launch / religion faith / reluctant unwilling / rely depend / remain stay
remarkable extraordinary / remember recall / rent lease / report say / reportedly allegedly / rescue save / research study
researcher scientist / resident inhabitant local / resolve settle solve / rest remainder / restaurant eatery diner
restriction limit curb / resume restart / retreat withdraw / retrieve recover / return come_back go_back / revolt uprising rebellion
rich wealthy affluent / riot unrest / ritual ceremony / road street highway / rob steal / robbery theft / role part / rumor rumour
run manage operate / sad unhappy / safe secure / safety security / salary pay wage / say tell state remark add note declare / scale size
scene site / schedule timetable / scrap abandon / senior top / sentence jail / sequence series / series string / serious grave severe
several some various numerous / shape form / sharp steep / sharply steeply / shock stun / shocked stunned / shoot fire gun / shop store
shortage lack scarcity / shortly soon / shout yell / silent quiet / similar alike like / simple easy / singer vocalist / single sole
situation circumstances / skill ability / slow sluggish / small little tiny / smart clever intelligent / snow snowfall / soldier troop
sole only / solution answer / song track / speak talk / speech address / spill leak / spokesman spokeswoman spokesperson
staff employees workers personnel workforce / statement declaration / statistics data figures / stock share / strange odd unusual bizarre
strategy plan / strength power / strike walkout / student pupil learner / subject topic / sudden abrupt / suddenly abruptly
suffer endure experience undergo / suppose think / surgeon doctor / surgery operation / surprising unexpected / surrender give_up
surround encircle / suspect believe speculate / swear vow / symbol sign / symptom sign / take_over seize / talks negotiations discussions
task job / tax levy / teacher educator instructor / team squad side / technique method / technology tech
teen teenager teenage adolescent / television tv / tell say inform / temporary interim provisional / terrible awful
terrorist militant extremist / test trial / throw toss hurl / total overall / tourist visitor holidaymaker / trade commerce
tradition custom / transfer move / transform change / transport transportation / treatment therapy / trip visit journey
triumph victory win / truck lorry / turmoil unrest / twice double / typical usual / unclear uncertain unknown / undermine weaken
unemployed jobless out_of_work / unify unite / universe cosmos / use utilize employ / usually normally typically
vaccine jab shot vaccination / value worth / variety range / video footage clip / voter electorate / warn caution alert / warning alert
weapon gun / website site / wife spouse / wipe_out destroy / withdraw pull_out / withdrawal pullout / witness onlooker bystander
woman lady / worsen deteriorate / write author pen / writer author / wrong incorrect mistaken / young youthful
""".replace(" / ", "\n")

IRREGULAR = """
arise arose arisen / awake awoke awoken / bear bore borne / beat beaten / become became / begin began begun / bend bent / bet
bite bit bitten / bleed bled / blow blew blown / break broke broken / breed bred / bring brought / build built / burn burnt / buy bought
catch caught / choose chose chosen / come came / creep crept / deal dealt / dig dug / do did done / draw drew drawn / dream dreamt
drink drank drunk / drive drove driven / eat ate eaten / fall fell fallen / feed fed / feel felt / fight fought / find found / flee fled
fly flew flown / forbid forbade forbidden / forget forgot forgotten / forgive forgave forgiven / freeze froze frozen / get got gotten
give gave given / go went gone / grow grew grown / hang hung / have had / hear heard / hide hid hidden / hold held / keep kept
kneel knelt / know knew known / lay laid / lead led / learn learnt / leave left / lend lent / lie lay lain / light lit / lose lost
make made / mean meant / meet met / mistake mistook mistaken / overcome overcame / oversee oversaw overseen
overthrow overthrew overthrown / overtake overtook overtaken / pay paid / plead pled / prove proven / ride rode ridden / ring rang rung
rise rose risen / run ran / say said / see saw seen / seek sought / sell sold / send sent / shake shook shaken / shine shone / shoot shot
show shown / shrink shrank shrunk / sing sang sung / sink sank sunk / sit sat / slay slew slain / sleep slept / slide slid
speak spoke spoken / speed sped / spend spent / spill spilt / spin spun / spring sprang sprung / stand stood / steal stole stolen
stick stuck / strike struck stricken / string strung / strive strove striven / swear swore sworn / sweep swept / swim swam swum
swing swung / take took taken / teach taught / tear tore torn / tell told / think thought / throw threw thrown
undergo underwent undergone / understand understood / undertake undertook undertaken / wake woke woken / wear wore worn / weep wept
win won / wind wound / withdraw withdrew withdrawn / write wrote written / child children / person people persons / man men / woman women
foot feet / tooth teeth / mouse mice / life lives / wife wives / knife knives / leaf leaves / half halves / shelf shelves / thief thieves
crisis crises / analysis analyses / medium media / datum data / bad worse worst / good better best / far further farther furthest
policeman policemen / policewoman policewomen / fisherman fishermen / businessman businessmen / congressman congressmen
spokesman spokesmen / gunman gunmen / fireman firemen
""".replace(" / ", "\n")
