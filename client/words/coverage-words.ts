import type { NoteReply } from '../../shared/api/notes.ts'
import { counted } from './words.ts'

type Counts = Pick<
  NoteReply,
  'facts' | 'ignored' | 'covered' | 'cards' | 'doubtful' | 'skipped' | 'cardsByLine'
>

/**
 * `21 cards from 14 lines, 1 of them doubtful. 12 lines give none, each with its reason. 2 facts have no card.` Lines are what a reader sees: a
 * share of the facts that were found would be a whole one wherever little was.
 */
export function coverageWords({
  facts,
  ignored,
  covered,
  cards,
  doubtful,
  skipped,
  cardsByLine,
}: Counts): string {
  const silent = skipped === 0 ? '' : `${counted(skipped, 'line')} ${skipped === 1 ? 'gives' : 'give'} none`
  if (cards === 0) return `No line of this note gives a card.`
  const lines = new Set(cardsByLine.map((card) => card.lines[0])).size
  const doubts =
    doubtful === 0
      ? ''
      : cards === 1
        ? ', doubtful'
        : `, ${doubtful === cards ? 'all' : doubtful} of them doubtful`
  const bare = facts - covered
  return [
    `${counted(cards, 'card')} from ${counted(lines, 'line')}${doubts}.`,
    silent === '' ? '' : ` ${silent}, ${skipped === 1 ? '' : 'each '}with its reason.`,
    bare === 0 ? '' : ` ${counted(bare, 'fact')} ${bare === 1 ? 'has' : 'have'} no card.`,
    ignored === 0 ? '' : ` You ignore ${counted(ignored, 'fact')}.`,
  ].join('')
}
