"""Words of any news: a word shared by two articles says the less about their story the more stories use it."""

_NEWS_WORDS = """
able accept access accord account accuse achieve act action activity actual add address administration admit adult advance advice affair
affect afternoon age agency agent aggressive agree agreement aid aim air allege allow alternative amount analysis analyst announce
announcement annual answer appeal appear appearance application apply appoint approach appropriate approve april area argue argument
arrest arrive article aspect assess asset assistant associate association assume attack attempt attend attention attorney attract august
authority available average avoid award aware background bad balance ban bank bar base basic basis battle bear beat begin behaviour
belief believe benefit best better big bill billion bit black block blow board body book border bottom box boy break bring broad brother
budget build building bureau bus business buy campaign cancel candidate capable capacity capital car care career carry case cash catch
cause cent center central centre century certain chair chairman challenge champion chance change character charge check chief child
children choice choose citizen city civil civilian claim class clear clearly close coach code cold collapse colleague collect college
come comfort command comment commission commit commitment committee common community company compare comparison compete competition
complain complete complex concern condition conduct conference confidence confirm conflict connect connection consequence consider
considerable consumer contact contain content contest continue contract contribute control conversation convince cooperate cope
corporate correspondent cost council count counter country county couple course court cover coverage crash create credit crime criminal
crisis critic critical criticism crowd crucial current currently customer cut daily damage danger dangerous data date daughter day dead
deal death debate debt decade december decide decision deck decline deep defeat defence defend defense degree delay deliver demand
democracy democrat deny department depend deputy describe design desire destroy detail detain determine develop development die
difference different difficult difficulty direct direction director disaster discover discuss discussion display dispute distance
district document dollar domestic door double doubt dozen dramatic draw dream drive driver drop due duty early earn earth ease east
eastern easy economic economist economy edge edit editor education effect effective effort election electric element emerge emergency
employ employee employment encounter encourage end enemy energy enforce enforcement enjoy enormous ensure enter enterprise entire entry
environment equal equipment escape especially establish estimate evening event eventually evidence exact examine example excellent
exchange execute executive exist expand expect expectation expensive experience expert explain explanation express extend extra extreme
eye face facility fact factor fail failure fair fall familiar family famous fan far fast father favor favorite fear feature february
federal feel female field fight figure file fill film final finally finance financial fine finish fire firm fit fix flight floor fly
focus follow food foot football force foreign forget form formal former forward foundation free freedom frequent fresh friday friend
front fuel fully function fund funding future gain game gap gas gather gender general generate generation girl global goal good
government governor grand grant great green ground group grow growth guarantee guard guess guide guilty gun guy half hall hand handle
hang happen happy hard head headline headquarter health hear hearing heart heavy height held help hide high highlight highway hill
history hit hold holiday home honor hope horse hospital host hot hotel hour house household huge human hundred hunt hurt husband idea
identify identity ignore ill illegal image imagine immediate immediately impact implement imply importance important impose impossible
impress improve improvement incident include income increase increasingly indeed independence independent indicate individual industry
influence inform information initial initiative injure injury inside insist inspect install instance institute institution insurance
intelligence intend intense interest internal international internet interview introduce invest investigate investigation investigator
investment investor invite involve island issue item jail january job join joint journalist journey judge july jump june jury justice
justify key kick kid kill kind kitchen knock knowledge label labor labour lack lady land language large late latest launch law lawmaker
lawsuit lawyer lay lead leader leadership league learn leave left legal legislation letter level liberal lie life lift light likely
limit line link list listen little live loan local location long look lose loss lot love low lower luck lunch machine magazine main
maintain major majority male man manage management manager march mark market marriage marry mass massive match material matter maximum
mayor meal meaning measure media medical meet meeting member memory mention message method middle mile military million mind minister
ministry minor minority minute miss mission mistake mix model modern moment monday money month morning mother motion motor mount move
movement movie murder music mutual nation national nationwide natural nature necessary need negative negotiate negotiation neighbor
neighborhood neighbour network news newsletter newspaper night normal north northern note notice november number object objective
observe obtain obvious occasion occur october offense offer office officer official oil old online open operate operation operator
opinion opponent opportunity oppose opposition option order ordinary organization organize origin original outcome outside overall owner
pace pack page pain panel paper parent park parliament participant participate particular particularly partner party pass passenger past
patient pattern pause pay payment peace people percent percentage perform performance period permanent permit person personal
perspective phase phone photo photograph physical pick picture piece place plan plane plant play player plead please pledge plus point
police policeman policy political politician politics poll poor popular population position positive possibility possible post posted
potential pound power powerful practice praise predict prefer premier prepare presence present president presidential press pressure
pretty prevent previous previously price pride primary prime principle print prior prison private prize probably problem procedure
proceed process produce product production professional professor profit program programme progress project promise promote proof proper
property proposal propose prosecution prosecutor protect protection protest prove provide province public publish published pull
purchase purpose pursue push qualify quality quarter question quick quickly quiet quit quote race radio raise range rank rapid rate
reach react reaction read reader ready real reality realize reason reasonable recall receive recent recently recognize recommend record
recover recovery red reduce refer reflect reform refuse regard region regional register regular regulate regulation reject relate
relation relationship relative release relief rely remain remark remember remove repeat replace reply report reportedly reporter
represent representative republican reputation request require requirement rescue research resident resign resist resolution resolve
resource respond response responsibility responsible rest restaurant restore restrict result resume retire retirement return reuter
reveal revenue review rich ride right rise risk river road rock role roll room rose round route row rule run rural rush safe safety sale
saturday save scale scene schedule scheme school science scientist scope score screen search season seat secret secretary section sector
secure security seek select sell senate senator send senior sense sentence separate september series serious seriously serve service
session set settle settlement severe shake shape share shareholder sharp shift ship shoot shop short shot shoulder shout show shut sick
side sign signal significant similar simple simply single sister sit site situation size skill sleep slip slow small smart smoke social
society soldier sole solid solution solve son sort sound source south southern space speak special specific spectator speech speed spend
spirit split spokesman spokesperson spokeswoman sport spread spring staff stage stand standard star start state statement station status
stay steal step stick stock stop store storm story straight strange strategy stream street strength stress strict strike strong
structure struggle student study stuff style subject submit substantial succeed success successful sudden suddenly suffer suggest suit
summer sunday supply support supporter suppose supreme sure surface surprise surround survey survive suspect suspend suspicion sustain
system table tackle talk target task tax teach teacher team technical technique technology telephone television tell temporary tend
tension term terrible territory terror terrorist test text thank theory thousand threat threaten throw thursday ticket tie tight time
title tonight top topic total touch tough tour town track trade tradition traditional traffic train training transfer transport travel
treat treatment trial trip trouble true trust truth try tuesday turn tv twice type typical ultimate unable understand union unique unit
united university unlike unusual update urban urge user usual usually value variety various vast vehicle version victim victory video
view village violence visit visitor vital voice volume vote voter vulnerable wait walk wall war warn warning watch water weak weapon
wear weather web website wednesday week weekend weekly weigh welcome welfare west western wide widespread wife wild win wind window
winner winter wish witness woman women wonder word work worker world worry worse worst worth write wrong yard year yellow young youth
zone
"""

NEWS_WORDS: frozenset[str] = frozenset(_NEWS_WORDS.split())
