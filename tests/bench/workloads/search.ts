import { join } from 'node:path'
import type { CardSearchReply, CardSort } from '../../../shared/api/cards.ts'
import { openDatabase } from '../../../server/db/open-database.ts'
import { openSqliteFile } from '../../../server/db/sqlite/sqlite-driver.ts'
import { matchHere } from '../../../server/study/pattern-matcher.ts'
import { searchLibrary } from '../../../server/study/search-cards.ts'
import { asLearner } from '../bench-learner.ts'
import { benchLearner, benchNow, collection } from '../collection.ts'
import {
  type Bar,
  type BenchOptions,
  type Finding,
  type WorkloadReport,
  compare,
  figure,
  interleaved,
  timed,
} from '../measure.ts'
import { showNumber } from '../report.ts'
import { copyCollection } from '../work-folder.ts'
import { measureScrolling } from './scroll.ts'

const form = (what: string, q: string, sort: CardSort = 'made') => ({ what, q, sort })
const forms = [
  form('every card', ''),
  form('a common word', 'cache'),
  form('two letters', 'ca'),
  form('one letter', 'c'),
  form('a word of few cards', '4711'),
  form('a phrase', '"keeps a cache"'),
  form('two words', 'cache index'),
  form('without a word', '-cache'),
  form('front:', 'front:cache'),
  form('-back:', '-back:cache'),
  form('concept:', 'concept:cache'),
  form('is:due', 'is:due'),
  form('-is:due', '-is:due'),
  form('a number', 'lapses>2'),
  form('a word that is due', 'cache is:due'),
  form('every card by due day', '', 'due'),
  form('a word by due day', 'cache', 'due'),
  form('without a word by due day', '-cache', 'due'),
  form('every card by ease', '', 'ease'),
  form('blame: one of four words', 'cache index query xylophone'),
  form('blame: four words, none alone', '"cache 1" "queue 2" "thread 3" "index 4"'),
]
const answersWithin: Bar = { of: 'figure', is: 'at most', value: 50 }

/** The first page of every form of a search with its count, against reading the same rows when they are known; and scrolling. */
export async function measureSearch(options: BenchOptions): Promise<WorkloadReport> {
  const cards = options.quick ? 10_000 : 100_000
  const folder = copyCollection(await collection({ cards }), 'search')
  const { findings, notes } = await measureForms(folder)
  const scrolled = await measureScrolling(folder, options.dist)
  return {
    findings: [...findings, ...scrolled.findings],
    notes: [`${showNumber(cards)} cards, the first 50 of what is found`, ...notes, ...scrolled.notes],
  }
}

async function measureForms(folder: string): Promise<WorkloadReport> {
  const db = await openDatabase(folder, benchNow)
  const file = openSqliteFile(join(folder, 'recollect.db'), { readonly: true })
  const readCard = file.prepare('select * from cards where learner_id = ? and id = ?')
  const readState = file.prepare('select * from schedules where learner_id = ? and card_id = ?')
  const readRows = (ids: readonly string[]) =>
    ids.map((id) => [readCard.get(benchLearner, id), readState.get(benchLearner, id)])
  const match = matchHere(db)
  const learner = asLearner(db, folder, folder)
  const ask = ({ q, sort }: { q: string; sort: CardSort }): Promise<CardSearchReply> =>
    searchLibrary(learner, { q, sort, offset: 0, limit: 50 }, match)
  const findings: Finding[] = []
  const totals: string[] = []
  try {
    for (const asked of forms) {
      const { total, cards } = await ask(asked)
      totals.push(`${asked.what} ${showNumber(total)}`)
      const ids = cards.map(({ id }) => id)
      const { ours, bare } = await interleaved({
        ours: () => timed(() => ask(asked)),
        bare: () => timed(() => readRows(ids)),
      })
      const floor = { name: 'the rows alone', figures: bare }
      // A search that finds nothing has no rows to be compared with.
      findings.push(
        ids.length === 0
          ? figure(asked.what, 'ms', ours, answersWithin)
          : compare(asked.what, 'ms', ours, floor, answersWithin),
      )
    }
    for (const q of ['re:"^What does"', 're:.', 're:"cache (shard|index).*fails"']) {
      const patterns: number[] = []
      // A matcher of its own each time: the second time it would only remember.
      for (let round = 0; round < 3; round++) {
        const fresh = matchHere(db)
        patterns.push(
          await timed(() => fresh(benchLearner, q.slice(3).replaceAll('"', ''), ['front', 'back'])),
        )
      }
      findings.push(figure(`pattern ${q}`, 'ms', patterns, null))
    }
    return { findings, notes: [`found: ${totals.join(', ')}`] }
  } finally {
    file.close()
    await db.close()
  }
}
