import { withoutMarks } from '../words/inline-parts.ts'
import { QuotedLine } from './quoted-line.tsx'

interface MarkedQuoteProps {
  readonly text: string
  /** What the line is quoted for; without it the whole line is marked. */
  readonly answer: string | undefined
}

/** A quoted line with the highlighter on the sentences that carry the answer, or on all of it where none stands out. */
export function MarkedQuote({ text, answer }: MarkedQuoteProps) {
  return (
    <>
      {tellingSentences(text, answer).map(({ sentence, isMarked }, i) => (
        <span key={i}>
          {i === 0 ? '' : ' '}
          {isMarked ? (
            <mark>
              <QuotedLine text={sentence} />
            </mark>
          ) : (
            <QuotedLine text={sentence} />
          )}
        </span>
      ))}
    </>
  )
}

export function tellingSentences(text: string, answer = ''): { sentence: string; isMarked: boolean }[] {
  const sentences = sentencesOf(withoutMarks(text))
  const wanted = new Set(longWords(answer))
  const tells = sentences.map((sentence) => {
    const known = new Set(longWords(sentence))
    return wanted.size > 0 && [...wanted].filter((word) => known.has(word)).length * 2 >= wanted.size
  })
  const isPlain = !tells.includes(true)
  return sentences.map((sentence, i) => ({ sentence, isMarked: isPlain || tells[i] === true }))
}

/** The sentences of a line; what is bold, code or a formula is never cut. */
function sentencesOf(line: string): string[] {
  const sentences: string[] = []
  let open = ''
  for (const piece of line.split(/(?<=[a-z)`"”’*_$][.!?])\s+(?=[\p{Lu}`*"“])/u)) {
    open = open === '' ? piece : `${open} ${piece}`
    if (!isWhole(open)) continue
    sentences.push(open)
    open = ''
  }
  return open === '' ? sentences : [...sentences, open]
}

const isWhole = (text: string) =>
  [/\*\*/g, /__/g, /`/g, /\$/g].every((sign) => (text.match(sign)?.length ?? 0) % 2 === 0)

function longWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
}
