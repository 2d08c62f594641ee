import { groupBy } from '../../basics/group-by.ts'
import { type Tongue, isFramed, languages } from '../../language/language.ts'
import { tellLanguage } from '../../language/tell-language.ts'
import { frontMatterLines } from '../../note/front-matter.ts'
import type { Note } from '../../note/note.ts'
import type { Reading, Statement } from './statement.ts'

/** Tells the language of a text that stands below these headings. */
export type TongueOf = (text: string, path: readonly string[]) => Tongue

/**
 * The languages of a note. Its front matter has the first word; else a line says it by its own words, a line that does not
 * is written as what stands below its heading is, and that as the whole note is.
 */
export function tonguesOf(note: Note, reading: Reading): TongueOf {
  const said = saidInFrontMatter(note.rawLines)
  if (said !== undefined) return () => said
  const whole = told(wordsOfNote(note.rawLines), 'en')
  // Where everything is English there is nothing to ask a section for.
  const ofSection =
    whole !== 'en' || holdsOthers(reading) ? tonguesOfSections(reading, whole) : (): Tongue => whole
  return (text, path) => told(text, ofSection(path))
}

function tonguesOfSections({ statements }: Reading, whole: Tongue): (path: readonly string[]) => Tongue {
  // Blocks below one heading share their path.
  const sections = groupBy(statements, ({ path }) => path)
  const known = new Map<readonly string[], Tongue>()
  return (path) => {
    const own =
      known.get(path) ??
      told((sections.get(path) ?? []).flatMap(textsOf).join('\n').slice(0, mostRead), whole)
    known.set(path, own)
    return own
  }
}

/** What a text says of itself, else what its place says. Languages near to each other are not told apart by one line. */
function told(text: string, place: Tongue): Tongue {
  const own = tellLanguage(text)
  if (own === undefined) return place
  if (own === 'foreign') return place === 'en' ? 'other' : place
  return isFramed(place) && isFramed(own) && text.length < shortText ? place : own
}

const shortText = 160

const holdsOthers = ({ statements }: Reading): boolean =>
  statements.some(({ full }) => {
    const own = tellLanguage(full)
    return own !== undefined && own !== 'en'
  })

const textsOf = (statement: Statement): string[] => [statement.full, ...statement.items.flatMap(textsOf)]

/** So much of a text tells its language. */
const mostRead = 8000

function wordsOfNote(lines: readonly string[]): string {
  const text: string[] = []
  let length = 0
  let fenced = false
  for (let i = frontMatterLines(lines); i < lines.length && length < mostRead; i++) {
    const line = (lines[i] ?? '').slice(0, 1000)
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced
    else if (!fenced) {
      text.push(line)
      length += line.length
    }
  }
  return text.join('\n')
}

/** "lang: de", "language: pt-BR". */
function saidInFrontMatter(lines: readonly string[]): Tongue | undefined {
  for (let i = 0; i < frontMatterLines(lines); i++) {
    const [, code] =
      /^lang(?:uage)?\s*[:=]\s*["']?([a-z]{2,3})(?:[-_][\w-]*)?["']?\s*$/i.exec(lines[i] ?? '') ?? []
    if (code !== undefined) return languages.find((language) => language === code.toLowerCase()) ?? 'other'
  }
  return undefined
}
