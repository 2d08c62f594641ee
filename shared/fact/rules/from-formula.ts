import { wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isPlural } from '../../english/nouns.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { isPersonal } from '../../english/impersonal.ts'
import type { Draft } from '../fact.ts'
import type { Statement } from '../read/statement.ts'
import { namesThing } from './from-heading-term.ts'

interface Found {
  readonly draft: Draft
  readonly lines: readonly number[]
}

/** Formulas below one heading: each answers the sentence that announces it; a lone one answers the heading. */
export function fromFormulas(group: readonly Statement[]): Found[] {
  const alone = group.filter(({ full }) => full.includes('$$')).length === 1
  return group.flatMap((statement, i) => {
    const { formula, before, ends } = formulaOf(statement.full)
    if (formula === undefined) return []
    const above = group[i - 1]
    const told = announced(before === '' ? (above?.full ?? '') : before)
    const asked = told ?? (alone && ends ? ofHeading(statement) : undefined)
    if (asked === undefined) return []
    const { term, words } = asked
    const draft: Draft = { kind: 'aspect', respect: { kind: 'asked', words }, term, statement: formula }
    const aboveLines = told !== undefined && before === '' ? (above?.lines ?? []) : []
    return [{ draft, lines: [...aboveLines, ...statement.lines] }]
  })
}

/** The one equation of a line that is set off from its text. */
interface SetOff {
  readonly formula: string | undefined
  readonly before: string
  /** True where nothing but its legend ("where m is …") follows. */
  readonly ends: boolean
}

function formulaOf(text: string): SetOff {
  const at = text.indexOf('$$')
  const end = at < 0 ? -1 : text.indexOf('$$', at + 2)
  const rest = text.slice(end + 2).replace(/^[.,;]/, '')
  if (end < 0 || rest.includes('$$')) return { formula: undefined, before: '', ends: false }
  const equation = text.slice(at + 2, end).trim()
  const ends = rest.trim() === '' || /^\s*(?:where|with|in which|for)\b/i.test(rest)
  return {
    formula: isRelation(equation) ? `$${equation}$` : undefined,
    before: text.slice(0, at).trim(),
    ends,
  }
}

/** Two sides of which none is a mere result: "x = 3" ends an example. */
const isRelation = (equation: string): boolean =>
  /[=≈∝]|\\(?:approx|propto|equiv)/.test(equation) &&
  equation.length <= 140 &&
  !/\\\\|\\begin/.test(equation) &&
  !/=\s*[-\d.,\s]+$/.test(equation)

interface Asked {
  readonly term: string
  readonly words: string
}

const named = String.raw`((?:[Tt]he |[Aa]n? )?[^,;:$]{3,60}?)`

/** "The power is given by:", "To get the multiplier:". */
const announcements: readonly RegExp[] = [
  new RegExp(String.raw`^To (?:get|find|calculate|compute|determine|work out) ${named}(?:,.*)?:$`),
  new RegExp(
    String.raw`^${named} (?:is|are|can be|may be) (?:then |also |usually |simply )?(?:given|defined|calculated|computed|found|expressed|written|determined|obtained|measured|modelled|modeled)(?: (?:by|as|using|with|from|through|via))?(?: (?:the |this )?(?:following )?(?:equation|formula|expression|relation|ratio))?:?$`,
  ),
  new RegExp(String.raw`^(?:The )?(?:formula|equation|expression) (?:for|of) ${named}(?: is)?:?$`),
]

function announced(above: string): Asked | undefined {
  const sentence = splitSentences(above).at(-1) ?? ''
  if (isPersonal(sentence)) return undefined
  const name = announcements.map((layout) => layout.exec(sentence)?.[1]).find((found) => found !== undefined)
  return name === undefined ? undefined : askFormula(name)
}

function ofHeading({ path, subject, section }: Statement): Asked | undefined {
  const heading = cleanHeading(path.at(-1) ?? '')
  const isOwn = subject !== '' && heading.toLowerCase().startsWith(subject.toLowerCase())
  return isOwn && namesThing(subject) && !isPlural(subject) && section === 'subject'
    ? askFormula(subject)
    : undefined
}

function askFormula(name: string): Asked | undefined {
  const bare = trimEnd(name).replace(/^(?:an?|the)\s+/i, '')
  if (
    bare === '' ||
    wordCount(bare) > 8 ||
    /\b(?:it|this|that|these|those|they|which|following|following)\b/i.test(bare)
  )
    return undefined
  const said = /^the\s/i.test(name) ? `the ${lowerStart(bare)}` : lowerStart(bare)
  return { term: bare, words: `what is the formula for ${said}` }
}
