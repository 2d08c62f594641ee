import { assertNever } from '../../shared/basics/brand.ts'
import { type InlinePart, inlineParts, withoutMarks } from '../words/inline-parts.ts'
import { Formula } from './formula.tsx'

/** A name or a sentence that may quote a note: emphasis, code and formulas set, nothing else touched. */
export function InlineText({ text }: { readonly text: string }) {
  return <>{inlineParts(text).map(render)}</>
}

/** A line of a note as a reader sees it: the same, without its list mark or heading signs. */
export function QuotedLine({ text }: { readonly text: string }) {
  return <InlineText text={withoutMarks(text)} />
}

function render(part: InlinePart) {
  switch (part.kind) {
    case 'strong':
      return <strong>{part.parts.map(render)}</strong>
    case 'em':
      return <em>{part.parts.map(render)}</em>
    case 'struck':
      return <s>{part.parts.map(render)}</s>
    case 'marked':
      return <mark>{part.parts.map(render)}</mark>
    case 'formula':
      return <Formula tex={part.text} isBlock={part.isBlock} />
    case 'code':
      return <code dir="ltr">{part.text}</code>
    case 'text':
      return part.text
    default:
      return assertNever(part)
  }
}
