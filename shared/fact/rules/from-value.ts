import { wordCount } from '../../basics/text.ts'
import { groupBy } from '../../basics/group-by.ts'
import type { Note } from '../../note/note.ts'
import { labelKind } from '../../english/labels.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isPlural } from '../../english/nouns.ts'
import { trimEnd } from '../../english/phrase.ts'
import { shapeOf } from '../../english/shape.ts'
import { pastBase } from '../../english/verbs.ts'
import type { Draft } from '../fact.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import type { Statement } from '../read/statement.ts'
import { namesThing } from './from-heading-term.ts'

/** "Time complexity: $O(n)$", "Boiling point: 100 °C": lines that give a value of what their heading names. */
export function valuesOf(note: Note, statements: readonly Statement[]): ReadonlySet<Statement> {
  // What a project or a course measures is known to its people only.
  const tells = note.blocks.some((block) => block.kind === 'heading' && isAboutTheDocument(block.line.text))
  if (tells) return new Set()
  const places = [...groupBy(statements, ({ path }) => path.join('\n')).values()]
  return new Set(
    places.flatMap((group) => {
      const labelled = group.filter(mayHaveValue)
      const exact = labelled.filter(({ text }) => isExact(trimEnd(text)))
      // Names stand for values only where figures stand beside them: "Capital: Lima", "Population: 33 million".
      const fields = labelled.filter(({ text }) => isExact(trimEnd(text)) || isNames(trimEnd(text)))
      return exact.length > 0 && fields.length >= 3 && fields.length === labelled.length ? fields : exact
    }),
  )
}

const mayHaveValue = ({ label, text, subject, section, path }: Statement): boolean =>
  label !== '' &&
  text !== '' &&
  section === 'subject' &&
  wordCount(label) <= 4 &&
  namesThing(subject) &&
  path.length > 0 &&
  labelKind(label) === 'term' &&
  /^\p{L}[\p{L} -]+$/u.test(label) &&
  // "Left child" begins like a deed, and is none before a noun.
  /^(?:noun|past)$/.test(shapeOf(label))

/** A formula, a piece of code, a figure with its unit, an order of growth. */
const isExact = (text: string): boolean =>
  /^\$\$?[^$]{1,60}\$\$?$|^`[^`]{1,60}`$|^O\([^()]{1,30}(?:\([^()]*\))?[^()]{0,10}\)$/.test(text) ||
  figure.test(text)

const figure =
  /^(?:about |around |approximately |approx\. |c\. |ca\. |~|≈|[<>≤≥] ?)?[-−+]?\d[\d.,\s×^–-]*(?:\s?(?:%|°[CF]?|[\p{L}µΩ]{1,4}(?:[/·][\p{L}\d²³⁻¹]{1,4})?|hundred|thousand|million|billion|trillion|years?|days?|hours?|minutes?|seconds?|bits?|bytes?))?(?: (?:BCE?|CE|AD))?$/u

const isNames = (text: string): boolean =>
  /^\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}[\p{L}’'-]+|of|de|van|von|the))*$/u.test(text) && wordCount(text) <= 4

/** What the label names, asked of the heading's subject. */
export function fromValue({ label, text, subject }: Statement): Draft[] {
  const told = trimEnd(text)
  const of = lowerStart(subject)
  const name = lowerStart(label)
  return [
    {
      kind: 'aspect',
      term: subject,
      respect: { kind: 'asked', words: ask(name, of, told) },
      statement: told,
    },
  ]
}

/** "Founded: 1871" asks when. */
function ask(name: string, of: string, told: string): string {
  const isYear = /\d{3,4}(?: (?:BCE?|CE|AD))?$/.test(told)
  const happened =
    !name.includes(' ') && (pastBase(name) !== undefined || /^(?:born|built|founded)$/.test(name))
  if (isYear && happened) return `when ${isPlural(of) ? 'were' : 'was'} ${of} ${name}`
  return `what ${isPlural(name) ? 'are' : 'is'} the ${name} of ${of}`
}
