import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { Day } from '../../shared/basics/time.ts'
import { parseCardQuery } from '../../shared/card/parse-card-query.ts'
import type { QueuedCard } from '../../shared/queue/build-queue.ts'
import type { CardAtHand } from '../../shared/queue/gather-day.ts'
import { type PartState, planPart } from '../../shared/queue/plan-part.ts'
import { defaultRecallFit } from '../../shared/schedule/predicted-recall.ts'
import type { Scope } from './scope.ts'

type ShelvedCard = QueueCard & CardAtHand
type ChosenPart = NonNullable<QueueReply['part']>

/** A part of the library as far as its cards lie on this device. */
export function partOnDevice(
  cards: readonly ShelvedCard[],
  { settings, recallFit }: Pick<QueueReply, 'settings' | 'recallFit'>,
  scope: Scope,
  today: Day,
): { readonly queue: readonly QueuedCard[]; readonly part: ChosenPart } {
  const isIn = tellerOf(scope)
  const rules = {
    today,
    fit: recallFit ?? defaultRecallFit,
    leechDays: settings.leechLapses,
    burySiblings: settings.burySiblings,
  }
  const isWhole = isAboutAll(scope)
  const queue = isIn === null ? [] : planPart(cards.filter(isIn), { ...rules, isWhole, state: scope.state })
  const missing =
    isIn === null
      ? 'Which cards these are only the server knows, and it does not answer.'
      : 'None of these cards lie on this device, and the server does not answer.'
  const states: readonly PartState[] = ['due', 'weak', 'ahead', 'new']
  const instead = states.flatMap((state) => {
    const { length } = planPart(cards, { ...rules, isWhole: true, state })
    return length === 0
      ? []
      : [{ name: `${stateNames[state]}, on this device`, cards: length, scope: { state } }]
  })
  const isEmpty = queue.length === 0
  const name = 'What lies on this device'
  return { queue, part: { name, missing: isEmpty ? missing : null, instead: isEmpty ? instead : [] } }
}

const stateNames: Partial<Readonly<Record<PartState, string>>> = {
  due: 'Cards that are due',
  weak: 'Your weakest cards',
  ahead: 'Cards of the coming days',
  new: 'Cards never seen',
}

function isAboutAll({ conceptId, noteId, folder, tag, topic, q }: Scope): boolean {
  return [conceptId, noteId, folder, tag, topic, q].every((part) => part === undefined)
}

/** Tells whether a card lies in a scope; null where a card does not say so itself. */
function tellerOf({
  conceptId,
  noteId,
  folder,
  tag,
  topic,
  q,
}: Scope): ((card: QueueCard) => boolean) | null {
  if (tag !== undefined || topic !== undefined) return null
  const words = q === undefined ? [] : wordsOf(q)
  if (words === null) return null
  return ({ conceptId: own, sources, prompt, answer, concept }) => {
    const text = `${prompt.text}\n${answer.text}\n${concept}`.toLowerCase()
    return (
      (conceptId === undefined || own === conceptId) &&
      (noteId === undefined ||
        sources.some((source) => source.noteId === noteId || source.file === noteId)) &&
      (folder === undefined ||
        sources.some(({ file }) => file.startsWith(`${folder.replace(/\/+$/, '')}/`))) &&
      words.every((word) => text.includes(word))
    )
  }
}

/** The words of a search that asks for nothing else. */
function wordsOf(q: string): string[] | null {
  const { terms, problems } = parseCardQuery(q)
  const words = terms.flatMap(({ condition, negated }) =>
    condition.kind === 'words' && !negated ? condition.words.toLowerCase() : [],
  )
  return problems.length > 0 || words.length < terms.length ? null : words
}
