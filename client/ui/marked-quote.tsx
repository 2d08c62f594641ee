import { QuotedLine, withoutMarks } from './quoted-line.tsx'

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
  const sentences = withoutMarks(text).split(/(?<=[a-z)`"”’][.!?])\s+(?=[\p{Lu}`*"“])/u)
  const wanted = new Set(longWords(answer))
  const tells = sentences.map((sentence) => {
    const known = new Set(longWords(sentence))
    return wanted.size > 0 && [...wanted].filter((word) => known.has(word)).length * 2 >= wanted.size
  })
  const isPlain = !tells.includes(true)
  return sentences.map((sentence, i) => ({ sentence, isMarked: isPlain || tells[i] === true }))
}

function longWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
}
