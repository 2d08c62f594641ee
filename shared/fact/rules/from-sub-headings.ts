import { wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { sectionKind } from '../../note/section-words.ts'
import type { Heading, Note } from '../../note/note.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isDeedOrSentence } from '../read/how-to.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import type { Placed } from '../to-fact.ts'

/** "Types of muscle" with three headings right below it: the note itself names the set and closes it. */
export function fromSubHeadings(note: Note): Placed[] {
  const headings = note.blocks.filter((block): block is Heading => block.kind === 'heading')
  return headings.flatMap((heading) => {
    const title = cleanHeading(heading.line.text)
    const [, kinds = '', whole = ''] = setOf.exec(title) ?? []
    if (kinds === '' || isAboutTheDocument(title)) return []
    const own = [...heading.path, title]
    const members = headings.filter(
      ({ path }) => path.length === own.length && path.every((above, i) => above === own[i]),
    )
    const items = members.map(({ line }) => cleanHeading(line.text))
    if (items.length < 2 || items.length > 6 || !items.every(isName)) return []
    const subject = whole.replace(/\s*\([^()]*\)$/, '')
    const words = `${kinds.toLowerCase()} of ${lowerStart(subject)}`
    const lines = [heading, ...members].flatMap(({ line }) => line.lines)
    return [
      {
        draft: { kind: 'list', term: subject, cue: { kind: 'introduced', words }, items },
        lines,
        path: heading.path,
      },
    ]
  })
}

/** Words for the members of a closed set. */
const setOf =
  /^(?:the )?(?:(?:two|three|four|five|six|\d|main|major|basic|different) )*(types|kinds|forms|classes|categories|stages|phases|levels|layers|parts|components|elements|branches|divisions|pillars|forces|dimensions) (?:of|in) (?:an? |the )?(.{3,50})$/i

const isName = (title: string): boolean =>
  wordCount(title) <= 5 &&
  sectionKind(title) === 'subject' &&
  !isDeedOrSentence(title) &&
  !/[?!:]|^\(|\bvs\b/i.test(title)
