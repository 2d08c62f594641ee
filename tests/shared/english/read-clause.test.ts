import { expect, test } from 'vitest'
import { readClause } from '../../../shared/english/read-clause.ts'
import { workMs } from '../../support/work-time.ts'

/** Sentences of many fields, cut before and after their main verb. */
const sentences = `
The mitochondrion | produces | most of the energy of a cell
Helicase | unwinds | the double helix before replication
Xylem vessels | transport | water from the roots to the leaves
The cells of the pancreas that make insulin | are called | beta cells
Red blood cells | lack | a nucleus
Osmosis | is | the movement of water across a membrane
A virus | cannot reproduce | outside a host cell
The kidneys | filter | about 180 litres of blood a day
Bacteria | divide | by binary fission
Oxidation | means | the loss of electrons
The atomic number | equals | the number of protons
Sodium chloride | dissolves | in water because water is polar
Isotopes of one element | differ | only in their number of neutrons
Water | boils | at 100 °C at sea level
Momentum | is conserved | in a closed system
The speed of light in a vacuum | is | 299 792 458 m/s
Sound waves | travel | faster in solids than in gases
A convex lens | focuses | parallel rays at one point
Newton's third law | states | that every action has an equal and opposite reaction
Inflation | erodes | the purchasing power of money
Central banks | set | the base rate
Marginal cost | crosses | average cost at its minimum
Monopolies | restrict | output to raise the price
Tariffs | protect | domestic producers but raise prices
Firms in perfect competition | take | the market price as given
A bond's price | moves | inversely to its yield
Napoleon | crowned | himself emperor in 1804
The Black Death | killed | about a third of Europe's population
Luther | nailed | his theses to the church door in Wittenberg
Serfdom in Russia | was abolished | in 1861 by Alexander II
The Weimar Republic | lasted | from 1919 to 1933
Bismarck | unified | Germany through three wars
Factories | replaced | the putting-out system
An offer | lapses | when the offeror dies
Courts | interpret | statutes in the light of their purpose
Tort law | compensates | victims of civil wrongs
The House of Lords | scrutinises | bills passed by the Commons
Judges | must give | reasons for their decisions
Routers | connect | different networks
DNS | maps | names to addresses
A subnet mask of 255.255.255.0 | leaves | 254 usable host addresses
Packets that exceed the MTU | are fragmented |
ARP | resolves | an IP address to a MAC address
A primary key | must be | unique and not null
\`git rebase\` | rewrites | the history of a branch
Transactions | run | in isolation from each other
Hash tables | give | constant-time lookups on average
Binary search | halves | the range in every step
Pure functions | have | no side effects
Replication lag | causes | stale reads
Classical conditioning | pairs | a neutral stimulus with an unconditioned one
Piaget | described | four stages of cognitive development
The hippocampus | plays | a key role in forming new memories
Attachment theory | was developed | by John Bowlby
Subduction zones | produce | deep earthquakes
The Coriolis effect | deflects | winds to the right in the northern hemisphere
Rivers | deposit | their load where they slow down
The Moon | orbits | the Earth in about 27 days
Utilitarians | judge | actions by their consequences
Plato's forms | exist | independently of the things we see
A fugue | opens | with a single voice
Composers of the Baroque | used | figured bass
Iambic pentameter | consists | of five feet
Metaphors | compare | two things without like or as
The derivative of a constant | is | zero
Every continuous function on a closed interval | attains | a maximum
Two vectors | are | orthogonal when their dot product is zero
Insulin | lowers | blood glucose
Penicillin, discovered by Fleming in 1928, | kills | bacteria by breaking their cell wall
The femoral nerve | supplies | the quadriceps
Most stars | lie | on the main sequence
Arteries | carry | blood away from the heart under high pressure
Each codon | codes | for one amino acid
Lipids | do not dissolve | in water
Nitrogen-fixing bacteria | live | in the root nodules of legumes
Electrons in the outer shell | determine | the chemical properties of an element
A buffer | resists | changes in pH
The gravitational force between two masses | decreases | with the square of their distance
Heat | flows | from hot to cold
Quantitative easing | increases | the money supply
A depreciation of the currency | makes | exports cheaper
Gross domestic product | measures | the value of all final goods and services
Adam Smith | argued | that markets coordinate self-interest
Henry VIII | broke | with Rome in 1534
Peasants who fled the estates | became | free after a year and a day
Rome | fell | in 476
Colonists | dumped | tea into Boston harbour
Equity | acts | in personam
Statutes | override | the common law
Hubs | repeat | every signal to all ports
A DHCP lease | expires | after a fixed time
Foreign keys | reference | the primary key of another table
Merge sort | runs | in O(n log n) time
\`SIGKILL\` | cannot be caught | or ignored
Containers | share | the kernel of the host
Freud | divided | the mind into id, ego and superego
Rainforests | lie | near the equator
Longshore drift | moves | sediment along the coast
Hume | denied | that reason alone moves us to act
A perfect fifth | spans | seven semitones
The determinant | changes | sign when two rows are swapped
The integral of a rate of change | gives | the total change
Aspirin | irreversibly inhibits | cyclooxygenase
Damage to Broca's area | impairs | speech production`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((part) => part.trim()))

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

test.each(sentences)('%s | %s', (before = '', verb = '', rest = '') => {
  const clause = readClause(`${joined(before, verb, rest)}.`)
  expect(clause).toBeDefined()
  expect([
    joined(clause?.opening ?? '', clause?.subject ?? ''),
    joined(clause?.adverb ?? '', clause?.verb ?? ''),
    clause?.rest,
  ]).toEqual([before, verb, rest])
})

test.each(
  `
The movement of water across a membrane
Powerhouse of the cell
Factors that affect enzyme activity
Loss of electrons from an atom
Structure and function of the heart
Two strands of DNA held together by hydrogen bonds
Heart rate and stroke volume
Causes of the First World War
Advantages of a planned economy
A price above the equilibrium
Types of muscle found in the body
Key figures of the Enlightenment
Terms implied by statute
Rights of the accused
Packets lost in transit
Names of all the tables in a schema
Read replicas in another region
Cell walls made of cellulose
Tests written before the code
Rules for naming variables
Rocks formed from cooled magma
Volcanoes along plate boundaries
A type of bond between two atoms
Blood vessels leading to the heart
Changes in state and energy
Average speed of the gas particles
Long run supply curve
Money market rates in the euro area
Drug used for high blood pressure
Nerve roots C5 to T1`
    .trim()
    .split('\n'),
)('no sentence: %s', (fragment) => {
  expect(readClause(fragment)).toBeUndefined()
})

test.each([
  ['The cells that make insulin are called beta cells.', true],
  ['The motion of the molecules follows a law.', false],
  ['Bacteria divide by binary fission.', true],
  ['Spain and Portugal divided the New World.', true],
])('a subject has its number: %s', (sentence, plural) => {
  expect(readClause(sentence)?.plural ?? false).toBe(plural)
})

test('a line of a megabyte is read in a moment', () => {
  const lines = ['the cell '.repeat(110_000), '('.repeat(1_000_000), '`'.repeat(1_000_000)]
  expect(workMs(() => lines.forEach((line) => readClause(line)))).toBeLessThan(2000)
})
