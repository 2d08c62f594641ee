import { describe, expect, test } from 'vitest'
import { withArticle } from '../../../shared/english/article.ts'
import { be } from '../../../shared/card/wording.ts'
import { type Told, type Usage, sayTerm } from '../../../shared/english/say-term.ts'

const silent: Usage = {
  small: new Set(),
  names: new Set(),
  counted: new Set(),
  definite: new Set(),
  subjects: new Set(),
}

const asked = (term: string, told: Told = {}, heard: Partial<Usage> = {}): string => {
  const said = sayTerm(term, { ...silent, ...heard }, told)
  return `What ${be(said)} ${said}?`
}

describe('"a" or "an" follows the sound', () => {
  test.each([
    [
      'an',
      'F expression',
      'H-bridge',
      'L-system',
      'M-file',
      'N-gram',
      'R package',
      'S-curve',
      'X-ray',
      'E-flat',
    ],
    ['a', 'B-tree', 'T-test', 'U-turn', 'C major scale', 'K-line', 'P wave'],
    [
      'an',
      'API',
      'ECG',
      'HTTP header',
      'LLM',
      'MVP',
      'NGO',
      'ORM',
      'RPO',
      'SLO',
      'SSD',
      'XML file',
      'mRNA',
      'EU law',
    ],
    ['a', 'URL', 'UUID', 'USB stick', 'CPU', 'GUI', 'JWT', 'WHO report', 'PhD', 'tRNA', 'DNA strand'],
    [
      'a',
      'RAM chip',
      'LAN',
      'ROM',
      'SIM card',
      'SCADA system',
      'NAT gateway',
      'NoSQL store',
      'MOSFET',
      'SYN flood',
    ],
    ['an', 'LED', 'SOP', 'HIV test', 'FAQ', 'SUV'],
    [
      'an',
      'hour',
      'honest signal',
      'heir',
      'honour code',
      'Euler tour',
      'unintended effect',
      'unidentified body',
    ],
    [
      'a',
      'European',
      'eulogy',
      'unit',
      'user',
      'uterus',
      'one-way street',
      'once-only key',
      'uniform',
      'ewe',
      'usage',
    ],
    ['an', 'umbrella term', 'onerous contract', 'usher', 'utterance', 'upper bound', 'urn', 'oath'],
    ['an', '8-bit word', '11th chord', '18th amendment', '80 percent share'],
    ['a', '7th chord', '1:1 relation', '100-year flood', '4/4 bar'],
  ])('%s %s, %s, …', (article, ...phrases) => {
    for (const phrase of phrases) expect(withArticle(phrase)).toBe(`${article} ${phrase}`)
  })
})

describe('a term is asked about as a person would say it', () => {
  test.each<[string, Told, string]>([
    // What the definition calls it is one of many.
    ['Rollback', { definition: 'Return to the version before a bad release' }, 'What is a rollback?'],
    ['Decorator', { definition: 'Callable that returns a replacement' }, 'What is a decorator?'],
    ['comprehension', { definition: 'Compact expression that builds a list' }, 'What is a comprehension?'],
    ['Glacier', { definition: 'Body of ice that moves under its own weight' }, 'What is a glacier?'],
    ['fugue', { definition: 'Piece in which voices enter one after another' }, 'What is a fugue?'],
    ['Lien', { definition: 'Right to keep a thing until a debt is paid' }, 'What is a lien?'],
    ['catheter', { definition: 'Tube that drains a body cavity' }, 'What is a catheter?'],
    ['sonnet', { definition: 'a poem of fourteen lines' }, 'What is a sonnet?'],
    ['Tort', { definition: 'A civil wrong that causes loss' }, 'What is a tort?'],
    ['ligament', { definition: 'band that joins two bones' }, 'What is a ligament?'],
    ['signal', { definition: 'notification that one part sends another' }, 'What is a signal?'],
    ['class', { definition: 'blueprint of objects' }, 'What is a class?'],
    ['oligopoly', { definition: 'market with few sellers' }, 'What is an oligopoly?'],
    ['anode', { definition: 'electrode at which oxidation happens' }, 'What is an anode?'],
    // Masses, activities, branches of learning, substances, diseases.
    ['Erosion', { definition: 'removal of soil by wind or water' }, 'What is erosion?'],
    ['osmosis', { definition: 'movement of water through a membrane' }, 'What is osmosis?'],
    ['inheritance', { definition: 'mechanism by which a child takes over traits' }, 'What is inheritance?'],
    ['Larceny', { definition: 'taking of property without consent' }, 'What is larceny?'],
    ['phonology', { definition: 'study of the sounds of a language' }, 'What is phonology?'],
    ['insulin', { definition: 'hormone that lowers blood sugar' }, 'What is insulin?'],
    ['cholera', { definition: 'disease caused by infected water' }, 'What is cholera?'],
    ['bile', { definition: 'fluid that breaks down fats' }, 'What is bile?'],
    ['theft', { definition: 'act of taking what is not one’s own' }, 'What is theft?'],
    ['inflation', { definition: 'a rise of the general level of prices' }, 'What is inflation?'],
    ['warfare', {}, 'What is warfare?'],
    ['felony murder', { definition: 'An unintentional killing during a felony' }, 'What is felony murder?'],
    ['price discrimination', {}, 'What is price discrimination?'],
    ['machine learning', {}, 'What is machine learning?'],
    ['voter turnout', { definition: 'share of voters who vote' }, 'What is voter turnout?'],
    ['fiscal policy', {}, 'What is fiscal policy?'],
    ['Marginal cost', {}, 'What is marginal cost?'],
    ['Often', { definition: 'A standard candle' }, 'What is often?'],
    // Several words: the last one decides.
    ['insurance policy', {}, 'What is an insurance policy?'],
    ['demand curve', {}, 'What is a demand curve?'],
    ['Blocking call', {}, 'What is a blocking call?'],
    ['Inline comment', {}, 'What is an inline comment?'],
    ['GraphQL query', {}, 'What is a GraphQL query?'],
    ['branching strategy', {}, 'What is a branching strategy?'],
    ['opportunity cost', {}, 'What is an opportunity cost?'],
    ['Trial Balance', {}, 'What is a trial balance?'],
    ['price ceiling', {}, 'What is a price ceiling?'],
    ['unit of account', {}, 'What is unit of account?'],
    // One of a kind by its name.
    ['N+1 problem', {}, 'What is the N+1 problem?'],
    ['Doppler effect', {}, 'What is the Doppler effect?'],
    ['Substitution effect', {}, 'What is the substitution effect?'],
    ['Pareto principle', {}, 'What is the Pareto principle?'],
    ['Single responsibility principle', {}, 'What is the single responsibility principle?'],
    ['Turing test', {}, 'What is a Turing test?'],
    ['Krebs cycle', {}, 'What is the Krebs cycle?'],
    ['OSI model', {}, 'What is the OSI model?'],
    ['80/20 rule', {}, 'What is the 80/20 rule?'],
    ['Hardy-Weinberg equilibrium', {}, 'What is the Hardy-Weinberg equilibrium?'],
    ['Haber process', {}, 'What is the Haber process?'],
    ['Phillips curve', {}, 'What is the Phillips curve?'],
    ['law of demand', {}, 'What is the law of demand?'],
    ['Second law of thermodynamics', {}, 'What is the second law of thermodynamics?'],
    ['third normal form', {}, 'What is the third normal form?'],
    ['greatest common divisor', {}, 'What is the greatest common divisor?'],
    ['sunk cost fallacy', {}, 'What is the sunk cost fallacy?'],
    ['Cold War', {}, 'What is the Cold War?'],
    [
      'Industrial Revolution',
      { definition: 'change from hand work to machines' },
      'What is the Industrial Revolution?',
    ],
    ['Clean Air Act', {}, 'What is the Clean Air Act?'],
    // The same nouns with nothing but a kind before them.
    ['unit test', {}, 'What is a unit test?'],
    ['business rule', {}, 'What is a business rule?'],
    ['HTTP method', {}, 'What is an HTTP method?'],
    ['word problem', {}, 'What is a word problem?'],
    ['exclusionary rule', {}, 'What is an exclusionary rule?'],
    // Whose it is says which one it is.
    ['Fletcher’s checksum', {}, 'What is Fletcher’s checksum?'],
    ["Stefan's law", {}, "What is Stefan's law?"],
    // Names.
    ['GraphQL', { definition: 'language in which a client asks' }, 'What is GraphQL?'],
    ['Celery', { definition: 'Framework that runs tasks' }, 'What is Celery?'],
    ['Hong Kong', {}, 'What is Hong Kong?'],
    ['Love Canal', { definition: 'Neighborhood in New York' }, 'What is Love Canal?'],
    ['Bluetooth', { definition: 'technology for short distances' }, 'What is Bluetooth?'],
    // Initials.
    ['ORM', { definition: 'Layer that translates between classes and tables' }, 'What is an ORM?'],
    ['CDN', { spelledOut: 'Content Delivery Network' }, 'What is a CDN?'],
    ['ADR', { spelledOut: 'Architecture Decision Record' }, 'What is an ADR?'],
    ['SLO', { spelledOut: 'Service Level Objective' }, 'What is an SLO?'],
    ['MRI', { spelledOut: 'magnetic resonance imaging' }, 'What is MRI?'],
    ['DNA', { spelledOut: 'deoxyribonucleic acid' }, 'What is DNA?'],
    ['HTTP', { spelledOut: 'Hypertext Transfer Protocol' }, 'What is HTTP?'],
    [
      'GDP',
      { spelledOut: 'gross domestic product', definition: 'value of all goods made in a year' },
      'What is GDP?',
    ],
    [
      'WSGI',
      { spelledOut: 'Web Server Gateway Interface', definition: 'Standard between servers and programs' },
      'What is WSGI?',
    ],
    [
      'TDD',
      { spelledOut: 'test-driven development', definition: 'method of writing tests first' },
      'What is TDD?',
    ],
    [
      'LRU',
      { spelledOut: 'least recently used', definition: 'policy that discards the oldest' },
      'What is LRU?',
    ],
    ['ATP', { spelledOut: 'adenosine triphosphate' }, 'What is ATP?'],
    ['LAN', { spelledOut: 'local area network' }, 'What is a LAN?'],
    // Plurals of any make.
    ['Cilia', {}, 'What are cilia?'],
    ['alveoli', {}, 'What are alveoli?'],
    ['acceptance criteria', {}, 'What are acceptance criteria?'],
    ['tectonic plates', {}, 'What are tectonic plates?'],
    ['data', {}, 'What is data?'],
    ['species', { definition: 'group whose members interbreed' }, 'What is a species?'],
    // What the author wrote first.
    ['A mutex', {}, 'What is a mutex?'],
    ['`asyncio`', {}, 'What is `asyncio`?'],
    ['body mass index (BMI)', {}, 'What is a body mass index (BMI)?'],
  ])('%s', (term, told, question) => {
    expect(asked(term, told)).toBe(question)
  })
})

describe('how the note uses a term goes before the rules', () => {
  test.each<[string, Partial<Usage>, string]>([
    ['API', { counted: new Set(['API']) }, 'What is an API?'],
    ['GIL', { definite: new Set(['GIL']) }, 'What is the GIL?'],
    ['CRUD', {}, 'What is CRUD?'],
    ['Branch', { small: new Set(['branch']), counted: new Set(['branch']) }, 'What is a branch?'],
    ['Mercury', { names: new Set(['mercury']) }, 'What is Mercury?'],
    ['synthesis', { counted: new Set(['synthesis']) }, 'What is a synthesis?'],
    // "The branch" only points back to one that was named before.
    ['branch', { definite: new Set(['branch']) }, 'What is branch?'],
    ['side effect', { counted: new Set(['side effect']) }, 'What is a side effect?'],
  ])('%s', (term, heard, question) => {
    expect(asked(term, {}, heard)).toBe(question)
  })
})
