import { Fragment } from 'preact'
import type { Source } from '../../shared/api/common.ts'
import { paths } from '../router.ts'
import { BlockLines } from './block-text.tsx'
import { laterPart } from './later-page.tsx'
import { MarkedQuote } from './marked-quote.tsx'
import { counted } from '../words/words.ts'
import { InlineText } from './quoted-line.tsx'

interface SourceListProps {
  readonly sources: readonly Source[]
  /** What the sources are quoted for: its sentences are highlighted. */
  readonly answer?: string
  readonly shown?: number
}

/** Where a fact stands in the notes: file › heading › line, and the lines themselves. */
export function SourceList({ sources, answer, shown = 2 }: SourceListProps) {
  // One line may state a thing in two ways; it is quoted once.
  const places = [...new Map(sources.map((source) => [sourceKey(source), source])).values()]
  const [first, rest] = [places.slice(0, shown), places.slice(shown)]
  return (
    <>
      {first.map((source) => (
        <SourceQuote key={sourceKey(source)} source={source} answer={answer} />
      ))}
      {rest.length === 0 ? null : (
        <details class="card-more-sources">
          <summary>{counted(rest.length, 'more source')}</summary>
          {rest.map((source) => (
            <SourceQuote key={sourceKey(source)} source={source} answer={answer} />
          ))}
        </details>
      )}
    </>
  )
}

// A typed card may name where its words come from, as `origin` of card-origin.ts writes it; few do, so it comes late.
const remark = ' <!-- from '
const SourceOrigin = laterPart(
  () => import('./source-origin.tsx').then((m) => m.SourceOrigin),
  () => null,
  () => null,
)

function SourceQuote({ source, answer }: { readonly source: Source; readonly answer: string | undefined }) {
  const origin = source.text.find((line) => line.includes(remark))
  return (
    <figure class="card-source">
      <figcaption class="card-src">
        <SourcePlace source={source} />
        {origin === undefined ? null : <SourceOrigin text={origin} />}
      </figcaption>
      <blockquote>
        {hasBlocks(source.text) ? (
          <BlockLines text={source.text.slice(0, longestQuote).join('\n')} />
        ) : (
          source.text.slice(0, longestQuote).map((line, i) => (
            <p key={i} dir="auto" lang={source.lang}>
              <MarkedQuote
                text={line.split(remark)[0] ?? ''}
                answer={source.text.length === 1 ? answer : undefined}
              />
            </p>
          ))
        )}
        {source.text.length > longestQuote ? (
          <p class="small">… {source.text.length - longestQuote} more lines</p>
        ) : null}
      </blockquote>
    </figure>
  )
}

/** `caching.md › Levels › line 12`; the file is a link where the note is known. */
function SourcePlace({ source }: { readonly source: Source }) {
  const place = [...source.heading, lineWords(source.lines)].filter((part) => part !== '')
  return (
    <>
      {source.noteId === null ? (
        <bdi>{source.file}</bdi>
      ) : (
        <a href={paths.note(source.noteId, source.lines[0])}>
          <bdi>{source.file}</bdi>
        </a>
      )}
      {place.map((part, i) => (
        <Fragment key={i}>
          {' › '}
          <bdi>
            <InlineText text={part} />
          </bdi>
        </Fragment>
      ))}
      {source.noteId === null ? null : (
        <>
          {' · '}
          <a href={paths.editNote(source.noteId, source.lines[0])}>
            Edit<span class="vh"> {source.file}</span>
          </a>
        </>
      )}
    </>
  )
}

const longestQuote = 8

/** Whether code or a formula stands in these lines by itself. */
const hasBlocks = (lines: readonly string[]) => lines.some((line) => /^\s*(?:`{3}|~{3}|\$\$|\\\[)/.test(line))

function lineWords(lines: readonly number[]): string {
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined) return ''
  return first === last ? `line ${first}` : `lines ${first}–${last}`
}

function sourceKey(source: Source): string {
  return `${source.file}:${source.lines.join(',')}`
}
