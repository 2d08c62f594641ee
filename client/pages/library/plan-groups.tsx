import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { ImportReply } from '../../../shared/api/imports.ts'
import { BlockText } from '../../ui/block-text.tsx'
import { SourceList } from '../../ui/source-list.tsx'
import { SyntaxLink } from '../../ui/syntax-help.tsx'
import { WordDiff } from '../../ui/word-diff.tsx'
import { plainLine } from '../../words/inline-parts.ts'

/** One change of the plan, with the note it comes from. */
interface PlanRow {
  readonly file: string
  readonly content: ComponentChildren
}

interface Wording {
  readonly front: string
  readonly back: string
}

/** Every change of a plan by what it means for the learner, and within that by note. */
export function PlanGroups({ plan }: { readonly plan: ImportReply }) {
  return (
    <>
      <PlanGroup name="New cards" rows={plan.added.map(addedRow)} isOpen />
      <PlanGroup
        name="Changed, history kept"
        rows={plan.updated.map(({ before, after }) => ({
          file: after.file,
          content: <Changed before={before} after={after} />,
        }))}
        isOpen
      />
      <PlanGroup name="Waits for your decision" rows={plan.waiting.map(waitingRow)} isOpen />
      <PlanGroup name="Your notes disagree" rows={plan.conflicts.map(conflictRow)} isOpen />
      <PlanGroup
        name="Retired, history kept"
        rows={plan.retired.map((card) => ({ file: card.file, content: <CardText card={card} /> }))}
        isOpen
      />
      <PlanGroup
        name="Lines that give no card"
        help={<SyntaxLink />}
        rows={plan.notes.flatMap((note) =>
          note.withoutCard.map((line) => ({
            file: note.path,
            content: (
              <span class="hint">
                Line {line.line}: “<bdi>{line.text}</bdi>” – {line.reason}
              </span>
            ),
          })),
        )}
      />
      <PlanGroup
        name="Problems in the notes"
        rows={plan.problems.map((problem) => ({
          file: problem.file,
          content: (
            <span class="hint">
              Line {problem.line}: {problem.sentence}
            </span>
          ),
        }))}
      />
    </>
  )
}

const shownAtOnce = 100

interface PlanGroupProps {
  readonly name: string
  readonly rows: readonly PlanRow[]
  readonly isOpen?: boolean
  /** Where one reads on. */
  readonly help?: ComponentChildren
}

function PlanGroup({ name, rows, isOpen = false, help }: PlanGroupProps) {
  const [showsAll, setShowsAll] = useState(rows.length <= shownAtOnce)
  if (rows.length === 0) return null
  const shown = showsAll ? rows : rows.slice(0, shownAtOnce)
  return (
    <details class="plan-group" open={isOpen}>
      <summary>
        {name}: <span class="nums">{rows.length.toLocaleString('en')}</span>
      </summary>
      {help === undefined ? null : <p class="small">{help}</p>}
      {byFile(shown).map(([file, held]) => (
        <div key={file}>
          <p class="path plan-path">{file}</p>
          <ul class="rows">
            {held.map((row, i) => (
              <li key={i} class="plan-change" tabIndex={-1} data-file={file}>
                {row.content}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {showsAll ? null : (
        <button type="button" class="btn quiet" onClick={() => setShowsAll(true)}>
          Show all {rows.length.toLocaleString('en')}
        </button>
      )}
    </details>
  )
}

function addedRow(card: ImportReply['added'][number]): PlanRow {
  return {
    file: card.file,
    content: (
      <>
        <CardText card={card} />
        {card.status === 'doubtful' ? (
          <p class="small">Doubtful: it waits in the Inbox until you look at it.</p>
        ) : null}
      </>
    ),
  }
}

function waitingRow({ waiting, before, after }: ImportReply['waiting'][number]): PlanRow {
  if (after === null || waiting === 'gone') {
    return {
      file: after?.file ?? 'No longer in a note',
      content: (
        <>
          <CardText card={before} />
          <p class="small">Its text is gone. It is asked as before until you decide.</p>
        </>
      ),
    }
  }
  return {
    file: after.file,
    content: (
      <>
        <Changed before={before} after={after} />
        <p class="small">Its meaning changes. It is asked as before until you decide.</p>
      </>
    ),
  }
}

function conflictRow({ sentence, sides }: ImportReply['conflicts'][number]): PlanRow {
  return {
    file: sides[0]?.sources[0]?.file ?? 'Between notes',
    content: (
      <>
        <p>{sentence}</p>
        <div class="plan-sides">
          {sides.map((side) => (
            <div key={side.statement}>
              <p class="plan-front" dir="auto">
                <BlockText text={side.statement} />
              </p>
              <SourceList sources={side.sources} shown={1} />
            </div>
          ))}
        </div>
      </>
    ),
  }
}

function Changed({ before, after }: { readonly before: Wording; readonly after: Wording }) {
  return (
    <>
      <span class="plan-front" dir="auto">
        <WordDiff before={plain(before.front)} after={plain(after.front)} />
      </span>{' '}
      <span class="plan-back" dir="auto">
        <WordDiff before={plain(before.back)} after={plain(after.back)} />
      </span>
    </>
  )
}

function CardText({ card }: { readonly card: Wording }) {
  return (
    <>
      <span class="plan-front" dir="auto">
        <BlockText text={card.front.replaceAll('___', '…')} />
      </span>{' '}
      <span class="plan-back" dir="auto">
        <BlockText text={card.back} />
      </span>
    </>
  )
}

function plain(text: string): string {
  return plainLine(text.replaceAll('___', '…')).replaceAll('\n', ' · ')
}

function byFile(rows: readonly PlanRow[]): [string, PlanRow[]][] {
  const files = new Map<string, PlanRow[]>()
  for (const row of rows) {
    const held = files.get(row.file)
    if (held === undefined) files.set(row.file, [row])
    else held.push(row)
  }
  return [...files]
}
