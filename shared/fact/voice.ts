import { isFunctionWord, singular } from '../basics/text.ts'
import type { Block, Note } from '../note/note.ts'
import { isActivity, isPlural } from './grammar.ts'

/** How a note itself uses its words in running text: which it writes small, and which it counts ("a branch"). */
export interface Voice {
  readonly small: ReadonlySet<string>
  readonly counted: ReadonlySet<string>
  /** Words with a capital inside sentences: names. */
  readonly names: ReadonlySet<string>
}

const longestTerm = 4

/** Listens to a note's text, code left out. */
export function hearVoice(note: Note): Voice {
  const small = new Set<string>()
  const counted = new Set<string>()
  const names = new Set<string>()
  const listen = (text: string): void => {
    const tokens = text.replace(/`[^`]*`/g, ' ` ').split(/\s+/)
    tokens.forEach((token, i) => {
      const bare = token.replace(/^[("'“‘]+|[)"'”’.,;:!?]+$/g, '')
      if (/^\p{Ll}/u.test(bare)) small.add(singular(bare))
      else if (i > 0 && /^\p{Lu}/u.test(bare) && /^[\p{Ll}][^.:;!?]*$/u.test(tokens[i - 1] ?? ''))
        names.add(singular(bare.toLowerCase()))
      if (!/^(?:a|an)$/i.test(bare)) return
      const taken: string[] = []
      for (let j = i + 1; j <= i + longestTerm && j < tokens.length; j++) {
        const word = tokens[j] ?? ''
        taken.push(word.replace(/^[("'“‘]+|[)"'”’.,;:!?]+$/g, ''))
        const next = tokens[j + 1]
        if (/[).,;:!?]$/.test(word) || next === undefined || isFunctionWord(next.replace(/\W+$/, ''))) {
          counted.add(taken.join(' '))
          break
        }
      }
    })
  }
  const visit = (block: Block): void => {
    if (block.kind === 'paragraph') for (const line of block.lines) listen(line.text)
    if (block.kind === 'list') {
      for (const item of block.items) {
        for (const line of item.lines) listen(line.text)
        item.children.forEach(visit)
      }
    }
    if (block.kind === 'table') for (const row of block.rows) row.cells.forEach(listen)
    if (block.kind === 'quote') block.blocks.forEach(visit)
  }
  note.blocks.forEach(visit)
  return { small, counted, names }
}

/** A term as it stands in a question: "Branch" becomes "a branch" where the note says so, names stay names. */
export function sayTerm(term: string, voice: Voice): string {
  if (term.includes('`') || /[()“"]/.test(term)) return term
  const parts = term.split(' ')
  if (parts.length > 5) return term
  const sentenceCase = parts.length > 1 && parts.slice(1).every((word) => /^[\p{Ll}\d(-]/u.test(word))
  const isSmall = (word: string): boolean => {
    const key = singular(word.toLowerCase())
    return voice.small.has(key) || (sentenceCase && !voice.names.has(key))
  }
  const said = parts.map((word) =>
    /^\p{Lu}[\p{Ll}-]+$/u.test(word) && isSmall(word) ? word.toLowerCase() : word,
  )
  const small = said.join(' ')
  const spoken = small === small.toLowerCase() || sentenceCase ? small : term
  if (isPlural(spoken)) return spoken
  if (/(?:^|\s)(?:principle|theorem|law|effect|paradox|fallacy)$/.test(spoken) && parts.length > 1)
    return `the ${spoken}`
  const bare = !/\s(?:of|in|for|with|on|to|by|from|at|per|and|or|that|which|as)\s/.test(spoken)
  const common = parts.length > 1 && /\s[\p{Ll}-]+$/u.test(spoken) && bare && isCountable(spoken)
  return voice.counted.has(spoken) || common ? `${article(spoken)} ${spoken}` : spoken
}

/** Multi-word common nouns are counted unless their head names an activity, a quality or a mass. */
function isCountable(term: string): boolean {
  const last = term.split(' ').at(-1) ?? ''
  return (
    !isActivity(term) &&
    !/(?:ing|tion|sion|ance|ence|ness|ship|ism|ity|cy|ware|age|th|sis|ure|logy|ment|ics)$/.test(last) &&
    !/^(?:data|code|traffic|memory|access|information|debt|content|time|work|research|control|depth|force|load|trust|privilege|storage|sql|text|output|input|debugging|health|loss|overhead|growth|speed|backpressure|scaling|knowledge|feedback|trees?|notation|energy|water|matter|people|criteria|media|money|law|history|music|art|parallelism|consistency|flow|scope|support|usage)$/.test(
      last,
    )
  )
}

const article = (term: string): string => (/^(?:[aeio]|u(?!ni|se|ti|s[aeiou]))/i.test(term) ? 'an' : 'a')
