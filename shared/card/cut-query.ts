/** One term of a query as it is written: `-note:"a b"` is negated, of the field `note`, with the value `a b`. */
export interface QueryPiece {
  readonly from: number
  readonly to: number
  readonly negated: boolean
  /** In lower case; null for plain words. */
  readonly field: string | null
  /** `:`, `=`, `<`, `<=`, `>` or `>=`; empty for plain words. */
  readonly sign: string
  readonly value: string
  /** Whether a quotation mark is not closed. */
  readonly isOpen: boolean
}

const quoteMarks = new Set(['"', '“', '”', '„'])
const fieldStart = /^([A-Za-z]{1,20})(<=|>=|[:=<>])/

/** Cuts a query at its spaces, outside quotation marks. One walk over the text. */
export function cutQuery(text: string): QueryPiece[] {
  const pieces: QueryPiece[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at++
      continue
    }
    const piece = cutPiece(text, at)
    // A hyphen by itself is no term: someone is about to write what they do not want.
    if (piece.field !== null || piece.value !== '' || piece.to - piece.from > 1) pieces.push(piece)
    at = piece.to
  }
  return pieces
}

function cutPiece(text: string, from: number): QueryPiece {
  const negated = text[from] === '-'
  const start = negated ? from + 1 : from
  const [whole = '', field = null, sign = ''] = fieldStart.exec(text.slice(start, start + 24)) ?? []
  const { value, to, isOpen } = readValue(text, start + whole.length)
  return { from, to, negated, field: field?.toLowerCase() ?? null, sign, value, isOpen }
}

/** A value ends at a space, or at the quotation mark that closes it. */
function readValue(text: string, start: number): Pick<QueryPiece, 'value' | 'to' | 'isOpen'> {
  const isQuoted = quoteMarks.has(text[start] ?? '')
  let to = isQuoted ? start + 1 : start
  const ends = (letter: string) => (isQuoted ? quoteMarks.has(letter) : /\s/.test(letter))
  while (to < text.length && !ends(text[to] ?? '')) to++
  if (!isQuoted) return { value: text.slice(start, to), to, isOpen: false }
  return { value: text.slice(start + 1, to), to: Math.min(text.length, to + 1), isOpen: to >= text.length }
}
