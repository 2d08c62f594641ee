import { type Draft, statementOf } from './fact.ts'
import { firstWord } from '../english/phrase.ts'
import { gerundBase, pastBase } from '../english/verbs.ts'

/** Nouns of opinion and of order: they name nothing that could be asked about. */
const namesNothing =
  /\b(?:favou?rite|caveat|gotcha|thing|things|stuff|one|ones|bit|lot|downside here|way|ways|reason|reasons|trick|nice part|upshot|bottom line|end result|rest)s?$|^(?:my |a |one |another )?favou?rite\b/i

/** A proposal without a remark at its end; undefined when it names nothing or points at words that are not there. */
export function soundDraft(draft: Draft): Draft | undefined {
  const { kind, term } = draft
  if (term.trim() === '') return undefined
  if (kind === 'code') return /^see\b|\b(?:others?|rest)$/i.test(term) ? undefined : draft
  if (kind === 'question' || kind === 'cloze' || kind === 'told' || kind === 'problem_solution') return draft
  if (isSentence.test(term)) return undefined
  const told = withoutRemark(statementOf(draft))
  const statement = kind === 'definition' ? withoutAdvert(told) : told
  if (pointsAway.test(statement) || namesNothing.test(term)) return undefined
  if (kind === 'definition' && (isDeed(term) || praises.test(statement))) return undefined
  if (draft.kind === 'example' || draft.kind === 'list') return isActivityOrOrder(term) ? undefined : draft
  return statement === draft.statement ? draft : { ...draft, statement }
}

/** "First, detach …", "Its slogan sums it up", "Germany invaded Belgium": parts of sentences, no names. */
const isSentence =
  /^(?:[Ff]irst|[Tt]hen|[Nn]ext|[Nn]ow|[Ff]inally|[Ss]econd|[Aa]lso|[Hh]ere|[Tt]here),\s|\s(?:it|this|them|they|you|we)(?:\s|$)|^\p{Lu}\p{L}*\s\p{Ll}{2,}ed\s\p{L}/u

/** "…, though", "… (this is a common key)": the writer's aside, no part of what is stated. */
const withoutRemark = (statement: string): string =>
  statement
    .replace(/\s+\((?:this|that|it|which|see|more on)\s[^()]{0,120}\)$/i, '')
    .replace(
      /,?\s+(?:though|although|however|anyway|as well|of course|by the way|at least|in this case)$/i,
      '',
    )

/** "A delightful tool for …" is a tool; how delightful it is belongs to its maker's page. */
const withoutAdvert = (statement: string): string =>
  statement.replace(advert, (_whole, article: string, next: string) => {
    if (article === '') return next.toUpperCase()
    const a = article.charAt(0) === 'A' ? 'A' : 'a'
    return `${/^the/i.test(article) ? article.trimEnd() : /[aeiou]/i.test(next) ? `${a}n` : a} ${next}`
  })

const advert =
  /^(an?\s+|the\s+|)(?:(?:absolutely|extremely|incredibly|really|super|truly|very)\s+)?(?:amazing|awesome|beautiful|blazing(?:ly)?[- ]fast|brilliant|cool|delightful|excellent|fantastic|great|handy|incredible|lovely|neat|nice|powerful|wonderful)(?:,? (?:and )?(?:amazing|awesome|beautiful|delightful|easy-to-use|elegant|fast|flexible|great|handy|powerful|simple|user-friendly))*,?\s+(\p{L})/iu

/** The statement leans on a sentence that the card does not show. */
const pointsAway =
  /^(?:several|various|many|lots of|a (?:number|variety|lot|couple|few) of)\s\S+(?: \S+)?(?:$| including| such as)|^(?:notice|note that|remember|see|recall)\b|\b(?:this|these|those) (?:information|case|example|way|value|file|output|error|problem|section|post)\b|\b(?:that|this|these|those)$/i

/** "An important part of X" praises and tells nothing. */
const praises =
  /^(?:an?|the) (?:very |really |pretty |super )?(?:important|key|crucial|essential|vital|big|huge|great|nice|common|interesting|core) (?:part|piece|feature|aspect|thing|step|concept|topic|skill)\b(?! (?:that|which|for))/i

/** "Included in the form is …" is a sentence turned round. */
const isDeed = (term: string): boolean =>
  !term.includes(' ') && term.endsWith('ed') && pastBase(term) !== undefined

/** "sending credentials (cookies, …)" is something done, no kind of which there are examples. */
function isActivityOrOrder(term: string): boolean {
  const first = firstWord(term)
  if (gerundBase(first) === undefined || !term.includes(' ')) return false
  return /^\p{L}+ing \p{L}+s of\s/iu.test(term) || (/^\p{Ll}/u.test(term) && !describing.test(first))
}

/** Activities that tell one kind of thing from another: "programming languages". */
const describing =
  /^(?:building|caching|hosting|logging|messaging|monitoring|naming|operating|programming|routing|scheduling|scripting|sorting|storing|streaming|testing|training|warning|working)$/i
