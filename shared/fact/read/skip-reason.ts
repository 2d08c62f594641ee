import { atSpaces, wordCount, wordSet } from '../../basics/text.ts'
import type { SkippedLine } from '../../note/note.ts'
import { isPast, shapeOf, splitAdverb } from '../../english/shape.ts'
import { isPersonal } from '../../english/impersonal.ts'
import type { Tongue } from '../../language/language.ts'
import { labelKind } from '../../english/labels.ts'
import { isAboutTheDocument } from './subject.ts'
import type { Reading, Statement } from './statement.ts'

const command =
  /^[$>❯%]\s|^(?:git|npm|npx|yarn|pnpm|pip3?|pipenv|python3?|cd|mkdir|docker(?:-compose)?|sudo|curl|apt(?:-get)?|brew|source|cp|mv|node|bash|sh|touch|export|make|java|go run|cargo)\s+[\w./@:-]+(?:\s|$)(?!.*\s(?:is|are|to|for)\s)/

/** Why a line may not become a card at all, or undefined when the rules may look at it. */
export function barredReason(statement: Statement): string | undefined {
  const text = statement.full
  if (statement.section === 'noise')
    return 'belongs to a section about the project or its people, not to the matter'
  if (statement.checked !== null && /[?？]$/.test(statement.leadIn))
    return 'a check-box below a question that is no multiple choice: tick some options, leave others, one line each'
  if (statement.checked === false) return 'an open check-box is an intention'
  if (statement.section === 'intention') return 'a goal or plan, not a fact'
  if (
    (text.includes('(') && /\((?:planned|optional[^)]*|todo|wip|coming soon|future)\)/i.test(text)) ||
    /^(?:planned|intended|to be|will be|coming soon)\b/i.test(statement.text)
  )
    return 'planned or optional, so not true as it stands'
  if (
    /^(?:https?:\/\/|www\.|\.{0,2}\/[\w./-]+$|[\w.-]+\/$)/.test(statement.text) ||
    (command.test(text) && !text.includes(': '))
  )
    return 'a link or a command of the set-up'
  if (drawing.test(text) && drawing.test(text.replace(/`[^`]*`/g, ' '))) return 'a drawing, tree or markup'
  const introduced = statement.leadIn.replace(/[\s:：]+$/, '')
  if (introduced !== '' && labelKind(introduced) === 'noise')
    return 'data about the document, not about the matter'
  if (labelKind(statement.label) === 'noise' && statement.label !== '')
    return 'data about the document, not about the matter'
  if (isAboutTheDocument(subjectWords(text)) && !/^(?:a|an)\s/i.test(text) && statement.label === '')
    return 'speaks of the course, project or document'
  if (
    /^(?:welcome|happy|thanks?|thank you|feel free|enjoy|good luck|let's|lets|stay tuned|in this|throughout)\b/i.test(
      text,
    )
  )
    return 'addresses the reader, states nothing'
  return undefined
}

/** The elements of HTML are gone by now; a closing tag is code that was not marked, `<name>` a place to fill in. */
const drawing = /[├└│]|={4,}|<\/\w+>|^<\w+>/

/** The words before the first verb, nine at most: who the sentence is about. */
function subjectWords(text: string): string {
  const first = atSpaces(text, 11)
  const verb = first.findIndex(
    (word, i) => i > 0 && i + 1 < first.length && tellingVerbs.has(word.toLowerCase()),
  )
  return first.slice(0, verb < 0 ? 9 : Math.min(verb, 9)).join(' ')
}

const tellingVerbs = wordSet(`
  is are was were has have provided provides serves documents covers covered aims focuses combined gave will can
  contains summarizes showcases represents follows emphasizes`)

/** Why no rule drew a fact from a line: the sentence that the report shows. */
export function unusedReason(statement: Statement, tongue: Tongue): string {
  const text = statement.full
  if (/^Q(?:uestion)?\s*[:：]\s*\S/.test(text)) return 'a question without an answer'
  if (/[:：]$/.test(text) || statement.items.length > 0) return 'introduces other lines'
  if (tongue !== 'en')
    return 'not English: only definitions, numbers and ready-made cards are read in its language'
  if (isPersonal(text)) return 'a diary entry: speaks of its author'
  if (isPast(splitAdverb(text).rest)) return 'a diary entry: tells what was done, not what holds'
  if (/\bvs\.?\b|\bversus\b/i.test(text)) return 'mentions a comparison without making it'
  const sentence = /[.!?。！？]$/.test(text) && wordCount(text) >= 4
  if (!sentence && (wordCount(text) <= 6 || shapeOf(text) === 'noun'))
    return 'a bare topic: names something, states nothing'
  return 'states nothing that a question could test'
}

/** Code, formulas and rows of tables that gave nothing, each with its reason; a code block is named once. */
export function unusedBlocks(reading: Reading, used: ReadonlySet<number>, project: boolean): SkippedLine[] {
  const codes = reading.codes.flatMap(({ code }) => {
    const [line] = code.lines
    return line === undefined || code.lines.some((own) => used.has(own))
      ? []
      : [{ line, reason: 'code that no title or sentence asks for, or too long for a card' }]
  })
  const rows = reading.tables.flatMap(({ table }) =>
    table.rows
      .filter(({ lines }) => !lines.some((line) => used.has(line)))
      .map(({ lines: [line = 1] }) => ({ line, reason: 'a row of a table whose columns ask no question' })),
  )
  const formulas = reading.formulas.flatMap(({ formula: { lines } }) => {
    const [line] = lines
    return line === undefined || lines.some((own) => used.has(own))
      ? []
      : [{ line, reason: 'a formula that no sentence asks for' }]
  })
  const found = [...codes, ...formulas, ...rows]
  return project ? found.map(({ line }) => ({ line, reason: ofProject })) : found
}

/** What is said of every line in the README of a project. */
export const ofProject = 'describes a project, not what was learned'
