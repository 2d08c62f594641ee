import { type Draft, statementOf } from './fact.ts'
import { isFunctionWord } from '../basics/text.ts'
import { isSentence as isWhole } from '../english/is-sentence.ts'
import { isPlural } from '../english/nouns.ts'
import { firstWord } from '../english/phrase.ts'
import { readClause } from '../english/read-clause.ts'
import { shapeOf } from '../english/shape.ts'
import { knownAsBase, knownAsThird } from '../english/verbs-only.ts'
import { gerundBase, pastBase } from '../english/verbs.ts'

/** Nouns of opinion and of order: they name nothing that could be asked about. */
const namesNothing =
  /\b(?:favou?rite|caveat|gotcha|thing|things|stuff|one|ones|bit|lot|downside here|way|ways|reason|reasons|trick|nice part|upshot|bottom line|end result)s?$|^(?:my |a |one |another )?favou?rite\b/i

/** "The rest" is what is left; REST is a style of APIs. */
const isRest = (term: string): boolean => /\b[Rr]est$/.test(term)

/** A proposal without a remark at its end; undefined when it names nothing or points at words that are not there. */
export function soundDraft(draft: Draft): Draft | undefined {
  const { kind, term } = draft
  if (term.trim() === '') return undefined
  if (kind === 'code') return /^see\b|\b(?:others?|rest)$/i.test(term) ? undefined : draft
  if (kind === 'question' || kind === 'choice' || kind === 'cloze') return draft
  if (kind === 'told' || kind === 'problem_solution') return draft
  if (
    isEvaluated.test(term) ||
    /^(?:one|another)\s/i.test(term) ||
    /^to [a-z]|\s(?:as|at|by|for|from|in|of|on|to|with)$/.test(term)
  )
    return undefined
  if (/^(?:=|→|⇒|->|=>|<-|←)/.test(statementOf(draft)) && kind !== 'list') return undefined
  if (/^(?:effect|purpose)$/.test(kind) && isPlural(term) && countsItself.test(term)) return undefined
  if (kind === 'purpose' && /^(?:at|by|for|from|in|of|on|with)\s/.test(term)) return undefined
  if (isPredicate(term) || isSentence.test(term) || isActivityAt.test(term) || isPartOfText.test(term))
    return undefined
  if (/^(?:definition|purpose|effect)$/.test(kind) && isDeedOf(term)) return undefined
  const told = withoutRemark(statementOf(draft))
  const statement = kind === 'definition' ? withoutAdvert(told) : told
  if (pointsAway.test(statement) || namesNothing.test(term) || isRest(term)) return undefined
  if (ofTheCourse.test(statement) || brokenMath(term) || brokenMath(statement)) return undefined
  if (
    kind === 'definition' &&
    (isDeed(term) ||
      (saysThat.test(term) && isClaim(statement)) ||
      isCut.test(statement) ||
      leans.test(statement) ||
      (isPlural(term) && shapeOf(statement) === 'gerund') ||
      praises.test(statement) ||
      hangs.test(statement) ||
      amounts.test(statement) ||
      predicates(statement))
  )
    return undefined
  if (draft.kind === 'example' || draft.kind === 'list') return isActivityOrOrder(term) ? undefined : draft
  return statement === draft.statement ? draft : { ...draft, statement }
}

/** "Intent required", "symptoms needed": a noun with what is said of it. */
const isPredicate = (term: string): boolean => {
  const [, last = ''] = /\s(\p{L}\p{Ll}{2,}ed)$/u.exec(term) ?? []
  return last !== '' && pastBase(last.toLowerCase()) !== undefined
}

/** "Safest interpretation", "best option": an opinion of which one, no name of a thing. */
const isEvaluated =
  /^(?:the\s)?(?:\p{L}{3,}est|most \p{L}+|least \p{L}+|best|worst) (?:alternative|answer|approach|argument|case|choice|example|explanation|guess|idea|interpretation|option|part|reading|solution|thing|way)s?$/iu

/** "Two groups of reptiles": which they are is what the line tells. */
const countsItself = /^(?:the\s)?(?:two|three|four|five|six|seven|eight|nine|ten)\s/i

/** "Competing in prices", "substituting to find": what is done in some place, no name of a thing. */
const isActivityAt =
  /^\p{L}+ing\s(?:about|an?|at|for|from|in|into|of|off|on|out|over|the|to|up|with)(?:\s|$)/iu

/** "Assignment 1", "week 2": a part of the note. */
const isPartOfText =
  /^(?:answer|appendix|assignment|case|chapter|class|day|example|exercise|figure|homework|lab|lecture|lesson|module|note|option|paper|part|phase|point|problem|q|question|reading|section|session|slide|stage|step|table|task|topic|unit|week)s?\s?#?\d+(?:\.\d+)*\S?$/i

/** "A few words about stores", "several of them": an amount says what there is, not what something is. */
const amounts = /^(?:an?\s(?:few|couple|lot|bunch|handful)|some|several|many|various|lots)\s/i

/** "Under the immunity act", "but can include shock": the rest of a sentence, no meaning of its own. */
const hangs =
  /^(?:['"‘“]|(?:above|across|after|against|also|among|and|around|as|at|because|before|below|beside|between|beyond|but|by|can|could|despite|due|during|except|for(?! (?:all|any|each|every)\s)|from|if|in|inside|into|is|may|must|near|nor|of|off|on|onto|or|out|outside|over|per|should|since|so|than|then|though|through|throughout|to|toward|towards|under|unless|until|up|upon|via|was|were|will|with|within|without|yet)\s)/i

/** "Claim: wages follow prices": a label of the argument. */
const saysThat =
  /^(?:(?:main|key|central|counter)[ -]?)?(?:argument|assumption|claim|conclusion|finding|hypothesis|idea|interpretation|objection|observation|premise|result|thesis)$/i
const isClaim = (text: string): boolean => isWhole(text) || readClause(`${text}.`) !== undefined

/** "An update of this", "the typical genus of this suborder", "based on new chips": it needs what stands before. */
const leans =
  /\bof (?:this|these|those)(?:$|\s(?:at|by|for|in|to|with)\s|\s\p{L}+$)|^(?:based|dependent|depending) (?:on|upon)\s/iu

/** "Liquid that transports", "technology that aims": the object was on another line. */
const isCut =
  /\s(?:is|are|was|were)$|\s(?:that|which|who)\s(?:aims?|allows?|carries|carry|causes?|contains?|creates?|enables?|gives?|helps?|includes?|involves?|lets|makes?|means?|needs?|produces?|provides?|requires?|seeks?|stores?|transports?|tries|uses?|wants?)$/i

/** "Only matters for gases", "fully dissociate in water": an adverb and a verb say what the term does. */
function predicates(text: string): boolean {
  const [first = '', second = ''] = text.toLowerCase().split(' ')
  if (!/^(?:always|never|often|only|rarely|sometimes|usually)$/.test(first) && !/^\p{Ll}{3,}ly$/u.test(first))
    return false
  return (
    knownAsBase(second) !== undefined ||
    knownAsThird(second) !== undefined ||
    /(?:ate|i[sz]e|ify|[^su]s)$/.test(second)
  )
}

/** "… in the program": a sentence about a course or a project. */
const ofTheCourse =
  /\b(?:during|for|in|of|throughout|within)\s(?:my|our|the|this)\s(?:\p{L}+\s){0,2}(?:bootcamp|capstone|cohort|course|curriculum|internship|portfolio|programme|program|project)\b/iu

/** A formula that the line has lost a half of. */
const brokenMath = (text: string): boolean =>
  (text.match(/\$/g) ?? []).length % 2 === 1 || text.includes('$$')

/** "First, detach …", "Its slogan sums it up", "Germany invaded Belgium": parts of sentences, no names. */
const isSentence =
  /^(?:[Ff]irst|[Tt]hen|[Nn]ext|[Nn]ow|[Ff]inally|[Ss]econd|[Aa]lso|[Hh]ere|[Tt]here),\s|^(?:[Aa]lmost|[Aa]lso|[Ee]specially|[Hh]ence|[Hh]owever|[Mm]aybe|[Mm]ostly|[Oo]ften|[Pp]erhaps|[Ss]ometimes|[Tt]herefore|[Tt]hus|[Uu]sually)\s|\s(?:it|this|them|they|you|we)(?:\s|$)|^\p{Lu}\p{L}*\s\p{Ll}{2,}ed\s\p{L}/u

/** "Reef the sails": a word before an article that is no preposition orders something, whatever verb it is. */
const isDeedOf = (term: string): boolean =>
  /^\p{L}+ (?:the|an?|your|its|their) \p{L}/u.test(term) &&
  !isFunctionWord(firstWord(term)) &&
  !beforeArticle.test(term)

const beforeArticle =
  /^(?:across|along|amid|among|around|behind|below|beneath|beside|beyond|despite|half|inside|like|near|off|outside|quite|since|throughout|toward|towards|twice|under|unlike|what|within|without)\b/i

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
  /^an? (?:better|bigger|easier|faster|greater|higher|larger|longer|lower|safer|shorter|simpler|slower|smaller|stronger|weaker|worse)\s|^(?:an? |the )?(?:very |really |pretty |super )?(?:(?:important|big|huge|great|nice|common|interesting) (?:part|piece|feature|aspect|thing|step|concept|topic|skill)\b(?! (?:that|which|for))|(?:central|core|critical|crucial|essential|fundamental|indispensable|integral|key|vital) |(?:back ?bone|basis|core|foundation|heart) of )/i

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
