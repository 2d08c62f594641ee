import { groupBy } from '../basics/group-by.ts'
import { hashFields } from '../basics/hash.ts'
import { compareText } from '../basics/text.ts'
import { exactSigns, exactWords } from '../english/exact-signs.ts'
import { type Cloze, type Fact, type FactKey, isVocabulary } from '../fact/fact.ts'
import { tellCues } from './same-cue.ts'
import { type PluralNames, formOfName } from './plural-names.ts'

/**
 * Keys level their terms, so that "a mutex" and "Mutexes" meet. Where that would join what differs ("`[]`" and "`{}`",
 * "casa" and "casas" of a deck, "HTTP" and "HTTPS"), each gets a key of its own; all other keys stay as they are.
 */
export function keepApart(facts: readonly Fact[], plurals: PluralNames = new Map()): Fact[] {
  return [...groupBy(facts, (fact) => fact.key).values()].flatMap((same) => {
    if (same.length < 2) return same
    const cues = tellCues(same)
    const forms = same.map((fact, i) => pluralForm(fact, plurals) + formOf(fact) + (cues[i]?.form ?? ''))
    const told = [...new Set(forms)].filter((form) => form !== '').sort(compareText)
    if (told.length < 2) return same
    return same.map((fact, i) => {
      const form = forms[i] === '' ? told[0] : forms[i]
      const deck = cues[i]?.deck ?? ''
      return {
        ...fact,
        key: hashFields(['fact', fact.key, form]) as FactKey,
        ...(deck === '' ? {} : { deck }),
      }
    })
  })
}

const pluralForm = ({ term }: Fact, plurals: PluralNames): string => {
  const name = plurals.size === 0 ? undefined : plurals.get(formOfName(term))
  return name === undefined ? '' : `${name}\n`
}

/** What must be equal in two facts of one key: the words of a written question, elsewhere the signs of code. */
function formOf(fact: Fact): string {
  // Below another topic a term of another language has another meaning.
  if (fact.kind === 'question' && fact.sides.kind === 'defined')
    return `${exactWords(fact.question)}\n${fact.abroad?.topic ?? ''}`
  if (fact.kind === 'choice') return exactWords(fact.question)
  if (fact.kind === 'question' && !isVocabulary(fact)) return exactWords(fact.question)
  if (fact.kind === 'cloze') return `=${exactSigns(marked(fact))}`
  return fact.term.includes('`') ? exactSigns(fact.term) : ''
}

/** Which words are gaps is part of what a cloze asks. The signs stand in stored keys and stay as they are. */
const marked = ({ by, sentence }: Cloze): string =>
  sentence.map(({ kind, text }) => (kind === 'text' ? text : by === 'number' ? '___' : `⦃${text}⦄`)).join('')
