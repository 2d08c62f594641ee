import { relative, resolve } from 'node:path'
import { contentStems, jaccard, normaliseText } from '../../../shared/basics/text.ts'
import type { GeneratedCard } from '../../../shared/card/card.ts'
import { makeCards, readNote } from '../../../shared/card/read-library.ts'
import { densities } from '../../../shared/card/density.ts'
import { thresholds } from '../../../shared/card/taste.ts'
import { auc } from '../../../shared/insight/memory-metrics.ts'
import { type BenchOptions, type Finding, type WorkloadReport, figure } from '../measure.ts'
import { root } from '../work-folder.ts'
import { type Design, chancesOutOfDocument, designOf } from '../worth/judge-out-of-document.ts'
import { type Judged, type JudgedCard, readLabels } from '../worth/read-labels.ts'
import { writeWeights } from '../worth/write-weights.ts'

/** Which judged cards teach, and whether the table of weights is written anew from them. */
export interface WorthOptions extends BenchOptions {
  /** Files of judged cards; without one those of the notes that lie beside the checkout. */
  readonly labels: readonly string[]
  readonly fit: boolean
}

/** A judged card with the chance that a model gives it which saw no card of its note. */
interface Scored extends JudgedCard {
  readonly chance: number
  /** The share of its judges who keep it. */
  readonly kept: number
  /** Whether today's rules still make it. */
  readonly isMade: boolean
  /** Doubted by a mechanical rule today. */
  readonly isDoubted: boolean
  /** Its author wrote it as a card: it is asked whatever it is worth. */
  readonly isWritten: boolean
}

/** How well worth is told in notes that nothing was learned from, and what the thresholds keep of it. */
export async function measureWorth(options: WorthOptions): Promise<WorkloadReport> {
  const files = options.labels.length > 0 ? options.labels : [resolve(root, '../shared/labels/cards.jsonl')]
  const judged = readLabels(files, options.notes)
  const made = madeOf(judged)
  const design = designOf(judged.cards, (card) => made.has(card))
  const scored = score(judged, design, made)
  const sets = [...new Set(scored.map(({ set }) => set))]
  return {
    findings: [
      aucFinding('AUC out of document, all', scored, 0.85),
      ...sets.map((set) => aucFinding(`AUC out of document, ${set}`, ofSet(scored, set), null)),
    ],
    notes: [
      `${scored.length} judged cards and ${judged.cards.length - scored.length} better wordings of ${new Set(scored.map(({ document }) => document)).size} notes, ` +
        `${judged.notes.size} of them found; ${design.names.length} features; ` +
        `today's rules still make ${scored.filter(({ isMade }) => isMade).length} of the cards`,
      'calibration, chance → kept (cards): ' + calibration(scored),
      'kept and covered if ready from: ' + scan(scored),
      ...densities.flatMap((density) => keptNotes(density, scored, sets)),
      ...(options.fit ? [`written: ${relative(root, writeWeights(design, today()))}`] : []),
    ],
  }
}

const today = (): string => new Date().toISOString().slice(0, 10)
const ofSet = (scored: readonly Scored[], set: string) => scored.filter((card) => card.set === set)

/** The judged cards that today's rules still make, each with the card they make. */
function madeOf({ cards, notes }: Judged): Map<JudgedCard, GeneratedCard> {
  const own = new Map([...notes].map(([document, note]) => [document, makeCards(readNote(note).facts).cards]))
  return new Map(
    cards.flatMap((card) => {
      const same = own.get(card.document)?.find((made) => isSameCard(made, card))
      return same === undefined ? [] : [[card, same]]
    }),
  )
}

function score(judged: Judged, design: Design, made: ReadonlyMap<JudgedCard, GeneratedCard>): Scored[] {
  const chances = chancesOutOfDocument(judged.cards, design)
  const scored = judged.cards.map((card, i) => {
    const same = made.get(card)
    return {
      ...card,
      chance: chances[i] ?? Number.NaN,
      kept: card.verdicts.filter((verdict) => verdict === 'K').length / card.verdicts.length,
      isMade: same !== undefined,
      isDoubted: same?.status === 'doubtful',
      isWritten: same?.worth.chance === 1,
    }
  })
  return scored.filter(({ isReworded }) => !isReworded)
}

/** A card of today that asks a judged one's question, a word or two apart. */
function isSameCard(made: GeneratedCard, { look }: JudgedCard): boolean {
  if (made.content.kind !== look.kind) return false
  const isLevel = (a: string, b: string): boolean => normaliseText(a) === normaliseText(b)
  if (isLevel(made.front, look.front) && isLevel(made.back, look.back)) return true
  return (
    jaccard(contentStems(made.front), contentStems(look.front)) >= 0.8 &&
    jaccard(contentStems(made.back), contentStems(look.back)) >= 0.8
  )
}

function aucFinding(what: string, scored: readonly Scored[], least: number | null): Finding {
  const each = scored.flatMap(({ chance, verdicts }) => verdicts.map((verdict) => ({ chance, verdict })))
  const found = auc({
    recalls: each.map(({ chance }) => chance),
    recalled: each.map(({ verdict }) => Number(verdict === 'K')),
  })
  const bar = least === null ? null : ({ of: 'figure', is: 'at least', value: least } as const)
  return figure(what, 'of 1', [found ?? Number.NaN], bar)
}

function calibration(scored: readonly Scored[]): string {
  return Array.from({ length: 10 }, (_, bin) => {
    const own = scored.filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === bin)
    const mean = own.reduce((sum, { kept }) => sum + kept, 0) / own.length
    return `.${bin} → ${own.length === 0 ? '–' : mean.toFixed(2)} (${own.length})`
  }).join('  ')
}

const readyFrom = (least: number, cards: readonly Scored[]): Scored[] =>
  cards.filter((card) => (card.isWritten || card.chance >= least) && !card.isDoubted)

/** What other thresholds would keep of the cards that today's rules make. */
function scan(scored: readonly Scored[]): string {
  const made = scored.filter(({ isMade }) => isMade)
  return [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8]
    .map((least) => {
      const asked = readyFrom(least, made)
      return `${least}: ${percent(kept(asked), asked.length)}, ${percent(kept(asked), kept(made))}`
    })
    .join('  ')
}

/** What is ready at a density: how much of it is kept, and how much of all that is worth keeping it covers. */
function keptNotes(
  density: (typeof densities)[number],
  scored: readonly Scored[],
  sets: readonly string[],
): string[] {
  const { ready, proposed } = thresholds[density]
  const line = (name: string, cards: readonly Scored[]): string => {
    const asked = readyFrom(ready, cards)
    const offered = cards.filter((card) => card.isWritten || card.chance >= proposed)
    return `${name} ${percent(kept(asked), asked.length)} of ${asked.length}, covers ${percent(kept(asked), kept(cards))}, with the Inbox ${percent(kept(offered), kept(cards))}`
  }
  const made = scored.filter(({ isMade }) => isMade)
  return [
    `${density} (ready from ${ready}, proposed from ${proposed}), kept of the ready cards that today's rules make: ` +
      line('all', made),
    ...sets.map((set) => '  ' + line(set, ofSet(made, set))),
  ]
}

const kept = (cards: readonly Scored[]): number => cards.reduce((sum, card) => sum + card.kept, 0)
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`
