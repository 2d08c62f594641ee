import { remembering } from '../basics/text.ts'

/** English verbs as notes use them, in their base form. A word list, so that "Building …" and "Pricing" can be told apart. */
const baseVerbs = `
accelerate accept access accomplish achieve act activate adapt add address adhere adjust adopt affect aggregate aim alert align
allocate allow amplify analyse analyze annotate answer appear apply architect arrange arrive ask assert assess assign assume attach authenticate
authorize automate avoid await backup balance batch beat become begin behave benchmark block boost branch break bring broadcast build bundle
cache calculate call cancel cap capture carry cast catch cause centralize chain change check choose clarify clean clear clone close
cluster code collaborate collect collide combine come comment commit communicate compare compile complete compose compress compute conduct
configure confirm connect consider consolidate consume contain containerize continue contradict contribute control convert coordinate copy
correct cost count couple cover create criticize customize cut deal debug declare decompose decouple decrease decrypt dedupe define degrade delay
delegate delete deliver demand denormalize depend deploy derive describe deserialize design destroy detect determine develop
diagnose differ disable disappear discover display distinguish distribute divide do dockerize document double download draw drift drive drop duplicate
earn ease edit elevate eliminate embed embrace emphasize employ enable encapsulate encourage encrypt enforce engage enhance
enrich ensure enter equip escape establish estimate evaluate evolve examine exceed exclude execute exhaust exist expand expect experience
experiment expire explain explore export expose express extend extract facilitate fail favor favour feed fetch fill filter find
finish fit fix flag flatten focus follow force form format foster freeze gain gather generate get give go grant grasp group grow
guarantee guard guide handle happen hash have help hide highlight hold host identify ignore illustrate implement import improve
include incorporate increase index indicate inform inherit initialize inject insert inspect install instantiate instrument integrate
interact interpret intercept introduce invalidate invest invoke involve isolate iterate join jump keep know label last launch
lay lead leak learn leave let leverage limit link lint list listen load localize lock log look loop lose lower maintain make manage
manipulate map mark mask master match maximize mean measure meet memoize merge migrate minify minimize minimise mirror mislead mitigate
mock model modify modularize monitor mount move name navigate need nest normalize normalise note notify obtain occur offer
offload open operate optimize optimise orchestrate order organize organise outline overcome overfetch overlap overload override
own package paginate participate parallelize parameterize parse partition pass patch perform persist pick pin place plan play point poll pool
populate post power practice practise predict prefer prefetch prepare present preserve prevent print prioritize prioritise
process produce profile prohibit promote prompt propagate protect prototype prove provide provision publish pull push put query
queue raise rank rate reach react read realize rebase rebuild receive recognize recommend reconcile record recover redirect
reduce reference refactor refine reflect refresh regulate reject relate release rely remain remember remove rename render repair
repeat replace replicate report represent request require rerun research reset resolve respect respond restart retry revoke restore restrict
resume retain rethink retrieve return reuse reveal revert review revisit rewrite roll rotate route run sanitize satisfy save
scale scaffold scan schedule scrape search secure see seed segment select send separate serialize serve set setup shape shard
share shift ship shorten show simplify simulate sink skip slow solve sort specify speed spend split stage stand standardize standardise
start state stay stop store stream streamline strengthen stress structure study style submit subscribe succeed suggest summarize
supply support surface switch sync synchronize synthesize tag take target teach tell terminate test think throttle throw thrive track
trade train transfer transform transition translate transmit traverse treat trigger trim troubleshoot trust try tune turn
understand undo unify unlock update upgrade upload use utilize validate value vary verify version view visualize wait walk want
warn watch weigh wire work wrap write yield`
  .trim()
  .split(/\s+/)

const irregular: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  begin: ['began', 'begun'],
  become: ['became', 'become'],
  break: ['broke', 'broken'],
  bring: ['brought', 'brought'],
  build: ['built', 'built'],
  catch: ['caught', 'caught'],
  choose: ['chose', 'chosen'],
  come: ['came', 'come'],
  cost: ['cost', 'cost'],
  cut: ['cut', 'cut'],
  deal: ['dealt', 'dealt'],
  do: ['did', 'done'],
  draw: ['drew', 'drawn'],
  drive: ['drove', 'driven'],
  feed: ['fed', 'fed'],
  find: ['found', 'found'],
  fit: ['fit', 'fit'],
  freeze: ['froze', 'frozen'],
  get: ['got', 'got'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  grow: ['grew', 'grown'],
  have: ['had', 'had'],
  hide: ['hid', 'hidden'],
  hold: ['held', 'held'],
  keep: ['kept', 'kept'],
  know: ['knew', 'known'],
  lay: ['laid', 'laid'],
  lead: ['led', 'led'],
  learn: ['learned', 'learnt'],
  leave: ['left', 'left'],
  let: ['let', 'let'],
  lose: ['lost', 'lost'],
  make: ['made', 'made'],
  mean: ['meant', 'meant'],
  meet: ['met', 'met'],
  overcome: ['overcame', 'overcome'],
  override: ['overrode', 'overridden'],
  put: ['put', 'put'],
  read: ['read', 'read'],
  rebuild: ['rebuilt', 'rebuilt'],
  rerun: ['reran', 'rerun'],
  rethink: ['rethought', 'rethought'],
  rewrite: ['rewrote', 'rewritten'],
  run: ['ran', 'run'],
  see: ['saw', 'seen'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  show: ['showed', 'shown'],
  speed: ['sped', 'sped'],
  spend: ['spent', 'spent'],
  split: ['split', 'split'],
  stand: ['stood', 'stood'],
  sink: ['sank', 'sunk'],
  take: ['took', 'taken'],
  teach: ['taught', 'taught'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  throw: ['threw', 'thrown'],
  understand: ['understood', 'understood'],
  undo: ['undid', 'undone'],
  write: ['wrote', 'written'],
}

/** Verbs of two syllables stressed on the last double their consonant, like those of one. */
const doubling =
  /^(?:[^aeiou]*[aeiou][bdfgklmnprtv]|begin|commit|submit|permit|control|transfer|prefer|refer|occur|compel|equip|reset|rerun|setup|format|debug|input|embed|forget|upset|unwrap)$/
const neverDoubling = /^(?:format|visit|edit|limit|audit|setup|fix|mix|index|use)$/

interface Forms {
  readonly base: string
  readonly third: string
  readonly gerund: string
  readonly past: readonly string[]
}

type Form = keyof Readings

const byForm = new Map<string, { base: string; form: Form }[]>()
const byBase = new Map<string, Forms>()
for (const base of baseVerbs) register(conjugate(base))

function register(forms: Forms): void {
  byBase.set(forms.base, forms)
  const add = (word: string, form: Form): void => {
    const known = byForm.get(word) ?? []
    if (!known.some((entry) => entry.form === form)) byForm.set(word, [...known, { base: forms.base, form }])
  }
  add(forms.base, 'base')
  add(forms.third, 'third')
  add(forms.gerund, 'gerund')
  for (const past of forms.past) add(past, 'past')
}

function conjugate(base: string): Forms {
  const double = doubling.test(base) && !neverDoubling.test(base) ? base + base.slice(-1) : base
  const third = /(?:s|x|z|ch|sh|o)$/.test(base)
    ? base + 'es'
    : /[^aeiou]y$/.test(base)
      ? base.slice(0, -1) + 'ies'
      : base + 's'
  const gerund = /(?:[^eoy])e$/.test(base) && base.length > 2 ? base.slice(0, -1) + 'ing' : double + 'ing'
  const regular = base.endsWith('e')
    ? base + 'd'
    : /[^aeiou]y$/.test(base)
      ? base.slice(0, -1) + 'ied'
      : double + 'ed'
  return { base, third: base === 'have' ? 'has' : third, gerund, past: irregular[base] ?? [regular, regular] }
}

/** The verbs of which a word may be a form. */
interface Readings {
  readonly base: string | undefined
  readonly third: string | undefined
  readonly gerund: string | undefined
  readonly past: string | undefined
}

const readingsOf = remembering((word): Readings => {
  const lower = word.toLowerCase()
  const own = byForm.get(lower)
  const prefix = /^(?:re|un|pre|over|under|de)(?=\w{4})/.exec(lower)?.[0]
  const inner = prefix === undefined ? undefined : byForm.get(lower.slice(prefix.length))
  const find = (form: Form): string | undefined => {
    const found = own?.find((entry) => entry.form === form)?.base
    const rest = found === undefined ? inner?.find((entry) => entry.form === form)?.base : undefined
    return rest === undefined ? found : `${prefix}${rest}`
  }
  return { base: find('base'), third: find('third'), gerund: find('gerund'), past: find('past') }
}, 8192)

/** "use" for "Use"; undefined when the word is not the base form of a known verb. */
export const baseVerb = (word: string): string | undefined => readingsOf(word).base
/** "reduce" for "reduces". */
export const thirdPersonBase = (word: string): string | undefined => readingsOf(word).third
/** "use" for "used". */
export const pastBase = (word: string): string | undefined => readingsOf(word).past
/** "use" for "using". */
export const gerundBase = (word: string): string | undefined => readingsOf(word).gerund

/** "using" from "use". */
export function toGerundForm(base: string): string {
  return (byBase.get(base) ?? conjugate(base)).gerund
}

/** "uses" from "use". */
export function toThirdPerson(base: string): string {
  return (byBase.get(base) ?? conjugate(base)).third
}

/** True for any form of a known verb. */
export function isVerbForm(word: string): boolean {
  return byForm.has(word.toLowerCase())
}
