import { Fragment } from 'preact'
import { type BlockPart, blockParts } from '../words/block-parts.ts'
import { CodeBlock } from './code-block.tsx'
import { Formula } from './formula.tsx'
import { QuotedLine } from './quoted-line.tsx'

/**
 * A side of a card, or a passage of a note, in little room: its lines one after another, code and formulas that stand by
 * themselves as they are. Made of inline elements, so that it may stand in a paragraph, a link or a button.
 */
export function BlockText({ text }: { readonly text: string }) {
  const parts = blockParts(text)
  return (
    <>
      {parts.map((part, i) => (
        <Fragment key={i}>
          {part.kind === 'line' && parts[i - 1]?.kind === 'line' ? ' · ' : null}
          <Part part={part} />
        </Fragment>
      ))}
    </>
  )
}

/** The same with a paragraph for each line. */
export function BlockLines({ text }: { readonly text: string }) {
  return (
    <>
      {blockParts(text).map((part, i) => (
        <p key={i} dir="auto">
          <Part part={part} />
        </p>
      ))}
    </>
  )
}

/** The same in one line, for rows of a table that are as high as all others. */
export function RowText({ text }: { readonly text: string }) {
  return (
    <>
      {blockParts(text).map((part, i) => (
        <Fragment key={i}>
          {i === 0 ? null : '; '}
          {part.kind === 'line' ? (
            <QuotedLine text={part.text} />
          ) : part.kind === 'formula' ? (
            <Formula tex={part.text} isBlock={false} />
          ) : (
            <code dir="ltr">{part.text.replaceAll(/\s+/g, ' ')}</code>
          )}
        </Fragment>
      ))}
    </>
  )
}

function Part({ part }: { readonly part: BlockPart }) {
  if (part.kind === 'code') return <CodeBlock code={part.text} info={part.info} />
  if (part.kind === 'formula') return <Formula tex={part.text} isBlock />
  return <QuotedLine text={part.text} />
}
