import { groupBy } from '../basics/group-by.ts'
import { hashFields } from '../basics/hash.ts'
import { compareText } from '../basics/text.ts'
import { exactSigns, exactWords } from '../english/exact-signs.ts'
import type { Fact, FactKey } from '../fact/fact.ts'

/**
 * Keys level their terms, so that "a mutex" and "Mutexes" meet. Where that would join what differs ("`[]`" and "`{}`",
 * "casa" and "casas" of a deck), each gets a key of its own; all other keys stay as they are.
 */
export function keepApart(facts: readonly Fact[]): Fact[] {
  return [...groupBy(facts, (fact) => fact.key).values()].flatMap((same) => {
    if (same.length < 2) return same
    const forms = same.map(formOf)
    const told = [...new Set(forms)].filter((form) => form !== '').sort(compareText)
    if (told.length < 2) return same
    return same.map((fact, i) => {
      const form = forms[i] === '' ? told[0] : forms[i]
      return { ...fact, key: hashFields(['fact', fact.key, form]) as FactKey }
    })
  })
}

/** What must be equal in two facts of one key: the words of a written question, elsewhere the signs of code. */
function formOf({ kind, term, slot, cue }: Fact): string {
  if (kind === 'question' && !slot.startsWith('between ')) return exactWords(cue)
  if (kind === 'cloze') return `=${exactSigns(cue)}`
  return term.includes('`') ? exactSigns(term) : ''
}
