import type { CardId, GeneratedCard } from '../../../shared/card/card.ts'
import type { Density } from '../../../shared/card/density.ts'
import { makeCards, readNote, silentLines } from '../../../shared/card/read-library.ts'
import { type CardChanges, reconcileCards } from '../../../shared/card/reconcile-cards.ts'
import type { StoredCard } from '../../../shared/card/stored-card.ts'
import { spanKey, withoutRejected } from '../../../shared/card/rejected-spans.ts'
import { partByTaste, plainTaste } from '../../../shared/card/taste.ts'
import { type SilentLine, withOffers } from '../../../shared/card/would-be.ts'

/** The note as it is saved: what an edit is measured against. */
export interface SavedNote {
  readonly path: string
  readonly text: string
  /** Texts of lines the learner said never to. */
  readonly rejected: readonly string[]
  /** How many cards the learner wants of their notes. */
  readonly density: Density
  /** Keys of the cards that stand: what their owner has met is not left out for its worth. */
  readonly standing: readonly string[]
}

/** A card that the text would give, beside the lines that give it. */
export interface LiveCard {
  readonly key: string
  readonly front: string
  readonly back: string
  readonly doubts: readonly string[]
  readonly lines: readonly number[]
  readonly change: 'new' | 'changed' | 'meaning' | 'same'
}

/** What saving would do to the cards of this note. */
export interface DraftChanges {
  readonly added: number
  /** Reworded or moved: the history follows. */
  readonly changed: number
  /** Another answer than the one that was learned. */
  readonly meaning: number
  readonly removed: number
}

export interface DraftReading {
  readonly facts: number
  readonly cards: readonly LiveCard[]
  readonly silent: readonly SilentLine[]
  readonly problems: readonly { readonly line: number; readonly sentence: string }[]
  readonly changes: DraftChanges
  /** What the cards ask that no line gives any more. */
  readonly removed: readonly string[]
}

/** Reads texts of one note against the saved one. The saved one is read once, however often the draft changes. */
export function createDraftReading(saved: SavedNote): (text: string) => DraftReading {
  const rejected = new Set(saved.rejected.map((text) => spanKey({ text: text.split('\n') })))
  // Nothing but this note is read on both sides, so what other notes say cannot look like a change of this one.
  const before = read(saved, saved.text, rejected).cards.map((card) => asStored(card, saved.path))
  const fronts = new Map(before.map((card) => [card.id, card.front]))
  return (text) => {
    const { reading, cards, silent } = read(saved, text, rejected)
    const changes = reconcileCards(before, cards)
    const changeOf = changeByKey(changes)
    return {
      facts: reading.facts.length,
      cards: cards.map((card) => toLive(card, saved.path, changeOf.get(card.key) ?? 'same')),
      silent,
      problems: reading.problems,
      changes: countChanges(changes),
      removed: changes.retired.map((id) => fronts.get(id) ?? ''),
    }
  }
}

function read({ path, density, standing }: SavedNote, text: string, rejected: ReadonlySet<string>) {
  const reading = readNote({ path, text })
  const all = withoutRejected(makeCards(reading.facts, undefined, () => reading.genre).cards, rejected)
  const stands = new Set(standing)
  const { cards, left } = partByTaste(all, plainTaste(density), ({ key }) => stands.has(key))
  const silent = withOffers(reading.skipped, silentLines({ cards, left })(reading.facts), left)
  return { reading, cards, silent }
}

function changeByKey({ added, updated, moved }: CardChanges): Map<string, LiveCard['change']> {
  const changes = new Map<string, LiveCard['change']>()
  for (const card of added) changes.set(card.key, 'new')
  for (const { card } of moved) changes.set(card.key, 'changed')
  for (const { card, change } of updated) {
    if (change !== 'same') changes.set(card.key, change === 'meaning' ? 'meaning' : 'changed')
  }
  return changes
}

function countChanges({ added, updated, moved, retired }: CardChanges): DraftChanges {
  const changed = updated.filter(({ change }) => change !== 'same')
  const meaning = changed.filter(({ change }) => change === 'meaning').length
  return {
    added: added.length,
    changed: changed.length - meaning + moved.length,
    meaning,
    removed: retired.length,
  }
}

function toLive(card: GeneratedCard, path: string, change: LiveCard['change']): LiveCard {
  const lines = card.sources.filter((quote) => quote.file === path).flatMap((quote) => quote.lines)
  return {
    key: card.key,
    front: card.front,
    back: card.back,
    doubts: card.reasons.map((reason) => reason.sentence),
    lines: [...new Set(lines)].sort((a, b) => a - b),
    change,
  }
}

function asStored(card: GeneratedCard, path: string): StoredCard {
  const { key, content, front, back, conceptKey, factKey } = card
  return {
    id: key as string as CardId,
    key,
    kind: content.kind,
    front,
    back,
    conceptKey,
    factKey,
    files: [path],
    retired: false,
  }
}
