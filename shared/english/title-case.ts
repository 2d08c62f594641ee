import { remembering } from '../basics/text.ts'
import { isVerbForm } from './verbs.ts'

/** Heads that name an activity, a quality or a trouble: before them a title's words are plain words. */
const plainHead =
  /(?:tion|sion|ment|ity|ities|ency|ancy|ance|ence|ing|ness|ship)s?$|^(?:abuse|analysis|architecture|attacks?|awareness|barriers?|bottlenecks?|bugs?|complexity|conflicts?|control|crashes|databases?|debt|delays?|design|discipline|endpoints?|errors?|failures?|fixtures|flows?|frameworks|hints|issues|layers?|leaks?|levels?|limits?|loops?|methodology|mindset|overhead|patterns?|practices|principles?|problems?|queries|recovery|responses|reviews?|safety|skills|strategy|strategies|styles?|systems?|tasks?|techniques?|tests|updates|commits|branches|requests|conventions|usage|workflows?)$/i

const plainEnding =
  /(?:tion|sion|ing|ment|ity|ance|ence|ed|ive|able|ible|ful|less|ous|ary|ness|ure|age|ency|ancy|cy|gy|ks|es|ts|rs|ns|ms|al|ant|ent|ic|er|or|ory|sis|ular|ware)s?$/i

const plainWord =
  /^(?:Across|And|API|APIs|App|Apps|Async|Backend|Background|Behavior|Behaviour|Between|Build|Cache|Client|Clean|Code|Complex|Control|Cross|Data|Database|Deep|Defense|Depth|Device|Domain|Driven|Design|Early|End|Endpoint|Event|Feature|Error|File|For|Form|Framework|Frontend|Full|High|Image|In|Job|Large|Layer|Load|Long|Low|Memory|Mindset|Mobile|Model|Network|Object|Of|Party|Platform|Problem|Project|Query|Rate|Real|Request|Response|Review|Schema|Scope|Script|Server|Service|Slow|Stack|State|System|Task|Team|Tech|Template|Test|The|Term|Third|Time|To|Tool|Twelve|Two|Three|Type|Under|Unit|User|Version|Volume|Principle|Commits|Branches|Updates|Loops|Layers|Usage|Web|With|Work|World|Workflow)$/i

/** Plain words by their ending that are names, or part of one, in most notes. */
const ownName =
  /^(?:Actions|Active|Alembic|Basic|Bootstrap|Buffer|Chef|Dash|Elastic|Ember|Entity|Express|Flower|Flow|Go|Hive|Jest|Material|Native|Parcel|Prettier|Puppet|React|Render|Ruby|Rust|Slack|Spark|Router|Spring|Swagger|Swift|Teams|Unity|Vault|Visual|Windows)$/

/** Names of tools, people and peoples that are words of nothing else. */
const properName =
  /^(?:Amazon|American|Android|Angular|Ansible|Apache|Azure|Babel|Bayesian|Boolean|Boyce|Cartesian|Cassandra|Celery|Django|Docker|Elixir|English|Erlang|Euclidean|European|Fibonacci|Firebase|Flask|Flutter|French|Gaussian|German|Git|Google|Gradle|Grafana|Greek|Hadoop|Haskell|Huffman|Java|Jenkins|Jupyter|Kafka|Kotlin|Kubernetes|Laravel|Latin|Linux|Markdown|Markov|Maven|Microsoft|Mongo|Newtonian|Nginx|Oracle|Perl|Postgres|Prometheus|Python|Redis|Roman|Scala|Svelte|Terraform|Turing|Unicode|Unix|Vercel|Vite|Vue|Webpack)$/

/** True for a word that is a name wherever it stands. */
export function isProperName(word: string): boolean {
  return properName.test(word)
}

/** True for a capitalised word that is no name. */
export const isPlainWord = remembering((word): boolean =>
  word
    .split('-')
    .every(
      (part) =>
        /^\p{Lu}*\p{Ll}*$/u.test(part) &&
        !ownName.test(part) &&
        !properName.test(part) &&
        (isVerbForm(part) || plainEnding.test(part) || plainWord.test(part) || plainHead.test(part)),
    ),
)

/** True for a word that is listed as plain, whatever it ends in. */
export function isListedWord(word: string): boolean {
  return plainWord.test(word)
}

/** "API Security Issues" as it stands in a sentence: "API security issues". Names and what belongs to them stay. */
export function lowerTitle(text: string): string {
  const parts = text.split(' ')
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.some((part) => /\p{Ll}\/\p{Lu}/u.test(part))) return text
  const twoPlain = parts.length === 2 && isPlainWord(first) && isPlainWord(last)
  if (parts.length < 2 || !/^\p{Lu}/u.test(last) || !(twoPlain || plainHead.test(bare(last)))) return text
  // "GitHub Actions", "Redux Middleware": a name and one word are a name together.
  if (parts.length === 2 && /\p{Ll}/u.test(first) && !isPlainWord(first)) return text
  return parts
    .map((word, i) => {
      if (!/^\p{Lu}\p{Ll}+(?:-\p{L}\p{Ll}+)*,?$/u.test(word) || !isPlainWord(bare(word))) return word
      const next = bare(parts[i + 1] ?? '')
      return /^\p{Lu}\p{Ll}/u.test(next) && !isPlainWord(next) ? word : word.toLowerCase()
    })
    .join(' ')
}

const bare = (word: string): string => word.replace(/,$/, '')
