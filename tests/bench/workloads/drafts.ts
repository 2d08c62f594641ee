import { openDatabase } from '../../../server/db/open-database.ts'
import { listKnownCards } from '../../../server/db/drafts.ts'
import { type KnownCard, draftLibraryInSteps } from '../../../shared/draft/draft-library.ts'
import type { Draft, DraftLibrary } from '../../../shared/draft/draft.ts'
import { draftGate } from '../../../shared/draft/judge-drafts.ts'
import { findMarked, markedNote, quoteMark } from '../../../shared/draft/quote-mark.ts'
import { plainWords } from '../../../shared/draft/find-quote.ts'
import { benchLearner, benchNow, collection } from '../collection.ts'
import { type Bar, type BenchOptions, type WorkloadReport, figure, rounds, timed } from '../measure.ts'
import { showNumber } from '../report.ts'
import { copyCollection } from '../work-folder.ts'

const cards = 10_000
const proposalWithin: Bar = { of: 'figure', is: 'at most', value: 20 }
const stepWithin: Bar = { of: 'figure', is: 'at most', value: 50 }

/** The gate beside a large library: one proposal, and the longest step for which its preparation holds up an answer. */
export async function measureDrafts({ quick }: BenchOptions): Promise<WorkloadReport> {
  const known = await knownCards()
  const proposals: number[] = []
  const slowest: number[] = []
  const steps: number[] = []
  const prepared: number[] = []
  const quotes: number[] = []
  let accepted = 0
  for (let round = 0; round <= (quick ? 2 : rounds); round++) {
    globalThis.gc?.()
    const { library, each } = prepare(known)
    const judge = draftGate({ text: note, title: 'Valves' }, library)
    const times: number[] = []
    accepted = 0
    for (const draft of drafts)
      times.push(await timed(() => (accepted += judge(draft).kind === 'accepted' ? 1 : 0)))
    const found = await timed(findAllAgain)
    // The first round warms up.
    if (round === 0) continue
    proposals.push(times.reduce((a, b) => a + b, 0) / times.length)
    slowest.push(Math.max(...times))
    steps.push(Math.max(...each))
    prepared.push(each.reduce((a, b) => a + b, 0))
    quotes.push(found)
  }
  return {
    findings: [
      figure('one proposal', 'ms', proposals, proposalWithin),
      figure('the slowest proposal', 'ms', slowest, null),
      figure('preparing the library, its longest step', 'ms', steps, stepWithin),
      figure('preparing the library, once a request', 'ms', prepared, null),
      figure(`${drafts.length} sources found again in a note`, 'ms', quotes, null),
    ],
    notes: [`${showNumber(known.length)} cards; ${accepted} of ${drafts.length} drafts accepted`],
  }
}

async function knownCards(): Promise<readonly KnownCard[]> {
  const db = await openDatabase(copyCollection(await collection({ cards }), 'drafts'), benchNow)
  try {
    return await listKnownCards(db.reader, benchLearner)
  } finally {
    await db.close()
  }
}

function prepare(known: readonly KnownCard[]): { library: DraftLibrary; each: number[] } {
  const steps = draftLibraryInSteps(known, { rejected: new Set(), room: drafts.length })
  const each: number[] = []
  for (;;) {
    const start = performance.now()
    const { done, value } = steps.next()
    each.push(performance.now() - start)
    if (done === true) return { library: value, each }
  }
}

const numbers = Array.from({ length: 100 }, (_, i) => i + 10)
const lineOf = (i: number): string =>
  `A valve of type V${i} opens at ${i} bar, because its spring is wound ${i} times.`
const note = ['# Valves', ...numbers.map(lineOf), ''].join('\n\n')
const drafts = numbers.map((i): Draft => ({
  kind: i % 2 === 0 ? 'basic' : 'cloze',
  question:
    i % 2 === 0
      ? `At what pressure does a valve of type V${i} open?`
      : `A valve of type V${i} opens at ___ bar.`,
  answer: i % 2 === 0 ? `At ${i} bar` : String(i),
  quote: lineOf(i),
  lines: null,
  concept: null,
  corrects: null,
}))

function findAllAgain(): void {
  const marked = markedNote(plainWords(note))
  for (const i of numbers)
    if (findMarked(marked, quoteMark(lineOf(i)), 1) === undefined)
      throw new Error(`Inconsistent: the quote of line ${i} is not found again`)
}
