import { wordCount } from '../basics/text.ts'
import { isPersonal } from '../english/impersonal.ts'
import { isPast, splitAdverb } from '../english/shape.ts'
import { baseVerb, gerundBase, pastBase } from '../english/verbs.ts'
import { firstWord } from '../english/phrase.ts'
import { cleanHeading } from './clean-text.ts'
import type { Block, Note } from './note.ts'
import { sectionKind } from './section-words.ts'

/** What kind of writing a note is as a whole. */
export const noteGenres = ['study', 'how_to', 'project', 'portfolio', 'diary'] as const
/**
 * `study` tells a matter, `how_to` one way to do one thing, `project` what a program is and how it is run, `portfolio` what
 * its author learned and used, `diary` what happened on which day.
 */
export type NoteGenre = (typeof noteGenres)[number]

/** What a note shows of its genre. */
interface Traits {
  readonly headings: readonly string[]
  /** Lines of running text, code left out. */
  readonly lines: readonly string[]
  readonly codes: number
}

/** The genre of a note, by its headings and by who speaks in it. */
export function noteGenre(note: Note): NoteGenre {
  const traits = traitsOf(note)
  if (isProject(traits)) return 'project'
  if (isPortfolio(traits)) return 'portfolio'
  if (isDiary(traits)) return 'diary'
  return isHowTo(traits) ? 'how_to' : 'study'
}

function traitsOf(note: Note): Traits {
  const headings: string[] = []
  const lines: string[] = []
  let codes = 0
  const visit = (block: Block): void => {
    switch (block.kind) {
      case 'heading':
        headings.push(cleanHeading(block.line.text))
        break
      case 'paragraph':
        for (const line of block.lines) lines.push(line.text)
        break
      case 'list':
        for (const item of block.items) {
          for (const line of item.lines) lines.push(line.text)
          item.children.forEach(visit)
        }
        break
      case 'quote':
        block.blocks.forEach(visit)
        break
      case 'code':
        codes++
        break
      case 'table':
      case 'formula':
        break
    }
  }
  note.blocks.forEach(visit)
  return { headings, lines, codes }
}

const dated =
  /^(?:(?:day|week|month|sprint|session|lecture|entry)\s*#?\d+\b|\d{4}-\d{2}(?:-\d{2})?\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,4}\b)/i

/** Headings that are days, or lines most of which tell what their author did. */
function isDiary({ headings, lines }: Traits): boolean {
  const days = headings.filter((heading) => dated.test(heading)).length
  const told = lines.filter(tellsDeed).length
  return (days >= 2 && days * 3 >= headings.length && told > 0) || (told >= 5 && told * 2 > lines.length)
}

/** "Built an index", "today I learned": what its author did, not what holds. */
function tellsDeed(line: string): boolean {
  if (isPast(splitAdverb(line).rest)) return true
  const verb = /\b(?:I|we|We)\s+(?:have\s+|also\s+|then\s+)?([a-z]+)/.exec(line)?.[1] ?? ''
  return verb !== '' && pastBase(verb) !== undefined
}

const aboutProject =
  /\b(?:features?|installation|install|set-?up|getting started|quick ?start|usage|api (?:endpoints?|reference|documentation)|endpoints?|project structure|folder structure|tech(?:nology)? stack|technologies used|deployment|configuration|environment variables|running|run (?:the|locally)|prerequisites|requirements|contributing|contribute|license|screenshots|demo|roadmap|database schema|build status|authors?)\b/i

/** The parts of a product's page: what it offers, how it is installed and run, its licence. */
function isProject({ headings }: Traits): boolean {
  const parts = headings.filter((heading) => aboutProject.test(heading)).length
  return parts >= 3 && parts * 3 >= headings.length
}

const ofAuthor =
  /\b(?:takeaways?|learnings?|lessons? learn(?:ed|t)|challenges?|skills?|journey|experience|achievements?|covered|program(?:me)?|bootcamp|internship|portfolio|reflections?|what i (?:learn(?:ed|t)|built)|personal)\b/i

/** The parts of a report on oneself: what was covered, what was hard, what was taken away. */
function isPortfolio({ headings, lines }: Traits): boolean {
  const parts = headings.filter((heading) => ofAuthor.test(heading)).length
  const empty = headings.slice(1).filter((heading) => sectionKind(heading) !== 'subject').length
  const own = lines.filter(isPersonal).length
  const aboutAuthor = parts >= 2 || (parts === 1 && own > 0)
  return aboutAuthor && (parts + empty) * 3 >= headings.length
}

/** One title that names a deed, and little below it but how it is done. */
function isHowTo({ headings, lines, codes }: Traits): boolean {
  const [title = ''] = headings
  if (headings.length > 3 || lines.length > 40) return false
  const first = firstWord(title)
  const isActivity = gerundBase(first) !== undefined && wordCount(title) > 2
  const isDeed = deed.test(title) || baseVerb(first) !== undefined || isActivity
  return isDeed || (codes > 0 && headings.length <= 1)
}

/** "How to graft", "Prune an apple tree". */
const deed = /^(?:how (?:to|do|can)\b|(?!(?:as|from|in|is|of|the|to|with)\s)\p{L}+ (?:an?|the) \p{Ll})/iu
