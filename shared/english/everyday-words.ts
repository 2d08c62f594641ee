import { remembering, singular, wordSet } from '../basics/text.ts'

/** The commonest nouns, adjectives and adverbs of English: a phrase of these alone is no term of any field. */
const everyday = wordSet(`
  ability able action activity actual added additional advantage advice affair afternoon age agreement aim air amount
  angle animal answer apparent appearance approach appropriate area arm army arrangement art article aspect attempt
  attention attitude author available average aware baby back background bad bag ball bank bar base basic basis battle
  beautiful bed beginning behaviour behavior belief benefit best better big bill bird bit black block blood blue board
  boat body book bottom box boy branch bread break breath bridge brief bright broad brother brown building burden
  business busy call camp capable car card care career careful case cat cause cell center central centre century certain
  chain chair challenge chance change chapter character charge cheap check chemical chief child choice church circle
  circumstance citizen city civil claim class clean clear client clock close clothes cloud club coat coffee cold
  collection college color colour combination comfortable command comment common community company comparison complete
  complex computer concept concern condition conflict connection consequence considerable contact content context
  contract contrast control conversation cook cool copy corner correct cost country couple course cover cream creature
  credit crime criminal crisis critical crowd culture cup current customer cut daily damage danger dangerous dark data
  date daughter day dead deal dear death debate debt decade decision deep degree demand department design desire desk
  detail development difference different difficult difficulty dinner direct direction director discussion disease
  distance district doctor document dog door double doubt dream dress drink drive drug dry due duty early earth east easy
  economic economy edge education effect effective effort egg element else emotion employee employer empty end enemy
  energy engine enough entire environment equal equipment error escape essential event evening evidence exact example
  excellent exchange exercise existence expectation expensive experience expert explanation extent extra extreme eye
  face fact factor factory failure fair faith false familiar family famous far farm farmer fashion fast fat father favour
  fear feature fee feeling female few field fight figure file film final financial fine finger fire firm first fish flat
  floor flow flower food foot force foreign forest form formal former forward free freedom frequent fresh friend front
  fruit full function fund funny further future gain game garden gas general girl glad glass global goal god gold good
  government grade grand grass great green grey ground group growth guess guest gun hair half hall hand happy hard hat
  head health healthy heart heat heavy height help high highest hill history hole holiday home hope horse hospital hot
  hotel hour house household huge human hundred husband ice idea identity image imagination immediate impact important
  impossible improvement inch income increase independent individual industrial industry influence information initial
  injury input inside instance instead institution instruction instrument insurance interest interesting internal
  international interview introduction investment island issue item job join joint journey judge judgment juice junior
  key kid kind king kitchen knowledge labour labor lack lady lake land language large largest last late later law lawyer
  layer leader leading leaf league learning least left leg legal length lesson letter level library life light likely
  limit line link list literature little living local location long loose lord loss lot loud love lovely low lower lucky
  lunch machine main major majority male man management manager manner map mark market marriage mass master match
  material matter maximum meal meaning means meat media medical medicine medium meeting member memory mental message
  metal method middle military milk million mind minimum minister minor minute mirror mistake mixture model modern
  moment money month moon moral morning most mother motion motor mountain mouth movement movie much multiple music name
  narrow nation national natural nature near neck need negative neighbour network new news newspaper next nice night
  noise normal north nose note notice novel nuclear number object obvious occasion ocean office officer official oil old
  only open operation opinion opportunity opposite option orange order ordinary organisation organization original other
  outcome outer output outside overall own owner page pain pair paper parent park part participant particular partner
  party past path patient pattern pay payment peace people percent perfect performance period permanent person personal
  phase phone photo phrase physical picture piece place plan plane plant plastic plate play player pleasure point police
  policy political poor popular population position positive possibility possible post potential pound power powerful
  practical practice presence present president press pressure pretty previous price primary principle prior prison
  private prize probable problem procedure process product production profession professional professor profit program
  programme progress project promise proof proper property proportion proposal protection public pure purpose quality
  quantity quarter queen question quick quiet race radio rain range rapid rare rate raw reaction reader ready real
  reality reason recent record red reference regard region regular relation relationship relative relevant religion
  religious report representative request requirement research resident resource respect respective response
  responsibility responsible rest result return rich right ring risk river road rock role roof room root round row royal
  rule safe safety salary sale salt same sample sand scale scene schedule scheme school science scientific score screen
  sea search season seat second secret section security selection self senior sense sentence separate series serious
  servant service session set several shadow shape share sharp sheet ship shirt shock shoe shop short shot shoulder show
  sick side sign signal significant similar simple single sister site situation size skill skin sky sleep slight slow
  small smaller smile smooth social society soft soil soldier solid solution somebody son song sort sound source south
  space speaker special specific speech speed spirit sport spot spring square staff stage standard star start state
  statement station status steel step stock stone store story straight strange stranger stream street strength stress
  strike string strong structure student studio study stuff style subject success successful such sudden sufficient
  sugar suggestion suit suitable summer sun supply support sure surface surprise sweet symbol system table talk tall task
  taste tax tea teacher teaching team technical technique technology telephone television term test text theatre theme
  theory thick thin thing thought thousand threat throat ticket time tiny title today together tone tonight tool tooth
  top topic total touch tour town track trade tradition traditional traffic train training transport travel treatment
  tree trial trip trouble true trust truth turn type typical uncle unique unit university use used useful user usual
  vacation valley valuable value variety various vast vehicle version victim victory video view village visit visitor
  visual voice volume wait walk wall war warm water wave way weak wealth weapon weather week weekend weight west wet
  substance solution percentage probability frequency amount example
  white whole wide wife wild will wind window wine wing winter wish woman wonder wood word work worker working world
  worth wrong yard year yellow yesterday young youth zero
  american british european english french german many men women children users members workers things`)

/** True for a word that everyone uses whatever the field is. */
export const isEveryday = remembering((word): boolean => {
  const lower = word.toLowerCase().replace(/['’]s$/, '')
  return everyday.has(lower) || everyday.has(singular(lower)) || everyday.has(lower.replace(/ly$/, ''))
}, 2048)
