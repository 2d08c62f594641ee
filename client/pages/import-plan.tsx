import type { ComponentChildren } from 'preact'
import type { ImportReply } from '../../shared/api/imports.ts'
import { QuotedLine } from '../ui/quoted-line.tsx'
import { counted } from '../ui/words.ts'

interface ImportPlanProps {
  readonly plan: ImportReply
  readonly onApply: () => void
  readonly onCancel: () => void
}

type CardLine = ImportReply['added'][number]

/** What bringing these notes in would do, card by card, before it is done. */
export function ImportPlan({ plan, onApply, onCancel }: ImportPlanProps) {
  const { counts, notes } = plan
  const withoutCard = notes.flatMap((note) => note.withoutCard.map((line) => ({ ...line, path: note.path })))
  return (
    <div class="plan panel">
      <p class="plan-sentence" role="status">
        {changeWords(plan)}
      </p>
      {plan.refused.length === 0 ? null : (
        <Group name={`Could not be read: ${plan.refused.length}`} open>
          {plan.refused.map((file) => (
            <li key={file.path}>
              <span class="path">{file.path}</span>
              <p class="hint">{file.sentence}</p>
            </li>
          ))}
        </Group>
      )}
      <Group name={`Notes: ${notes.length}`} count={notes.length} open>
        {notes.map((note) => (
          <li key={note.path}>
            <span class="path">{note.path}</span>
            <p class="hint">
              {note.change === 'new' ? 'New' : 'Replaces the note of that name'};{' '}
              {counted(note.facts, 'fact')} found.
            </p>
          </li>
        ))}
      </Group>
      <Group name={`Added: ${counts.added}`} count={counts.added} open>
        {plan.added.map((card, i) => (
          <li key={i}>
            <CardText card={card} />
            {card.status === 'doubtful' ? (
              <p class="small">Doubtful: it waits until you look at it.</p>
            ) : null}
          </li>
        ))}
      </Group>
      <Group name={`Changed, history kept: ${counts.updated}`} count={counts.updated} open>
        {plan.updated.map((change, i) => (
          <li key={i}>
            <del class="before">
              <span class="vh">Before: </span>
              <CardText card={change.before} />
            </del>
            <ins class="after">
              <span class="vh">After: </span>
              <CardText card={change.after} />
            </ins>
          </li>
        ))}
      </Group>
      <Group name={`Retired, history kept: ${counts.retired}`} count={counts.retired} open>
        {plan.retired.map((card, i) => (
          <li key={i}>
            <CardText card={card} />
          </li>
        ))}
      </Group>
      <Group name={`Lines that give no card: ${withoutCard.length}`} count={withoutCard.length}>
        {withoutCard.map((line) => (
          <li key={`${line.path} ${line.line}`}>
            <span class="path">
              {line.path} › line {line.line}
            </span>
            <p class="hint">
              {line.text}: {line.reason}
            </p>
          </li>
        ))}
      </Group>
      <Group name={`Problems in the notes: ${plan.problems.length}`} count={plan.problems.length}>
        {plan.problems.map((problem, i) => (
          <li key={i}>
            <span class="path">
              {problem.file} › line {problem.line}
            </span>
            <p class="hint">{problem.sentence}</p>
          </li>
        ))}
      </Group>
      <p class="row">
        {notes.length === 0 && counts.retired === 0 ? null : (
          <button type="button" class="btn" onClick={onApply}>
            Apply
          </button>
        )}
        <button type="button" class="btn quiet" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </div>
  )
}

/** `12 cards added, 1 changed, 2 retired.` */
export function changeWords({ counts, notes, applied }: ImportReply): string {
  const parts = [
    counts.added > 0 ? `${counted(counts.added, 'card')} added` : '',
    counts.updated > 0 ? `${counts.updated} changed` : '',
    counts.moved > 0 ? `${counts.moved} moved` : '',
    counts.retired > 0 ? `${counts.retired} retired` : '',
  ].filter((part) => part !== '')
  if (parts.length === 0 && notes.length > 0) {
    return applied
      ? 'The note is in your library; it gives no card.'
      : 'The note would be kept; it gives no card.'
  }
  if (parts.length === 0) return applied ? 'Read. Nothing changed.' : 'Nothing would change.'
  const conflicts = counts.conflicts > 0 ? ` ${counted(counts.conflicts, 'disagreement')} between notes.` : ''
  return `${applied ? 'Done: ' : 'This would change: '}${parts.join(', ')}.${conflicts}`
}

function CardText({ card }: { readonly card: Pick<CardLine, 'front' | 'back'> }) {
  return (
    <>
      <span class="card-front">
        <QuotedLine text={card.front.replace('___', '…')} />
      </span>{' '}
      <span class="card-back">
        <QuotedLine text={card.back.replaceAll('\n', ' · ')} />
      </span>
    </>
  )
}

interface GroupProps {
  readonly name: string
  readonly count?: number
  readonly open?: boolean
  readonly children: ComponentChildren
}

function Group({ name, count, open = false, children }: GroupProps) {
  if (count === 0) return null
  return (
    <details class="plan-group" open={open}>
      <summary>{name}</summary>
      <ul class="rows">{children}</ul>
    </details>
  )
}
