import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, type EpochMs, studyDayOf } from '../../shared/basics/time.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import { insertLearner } from '../../server/db/learners.ts'
import { openDatabase, writing } from '../../server/db/open-database.ts'
import { openSqliteFile } from '../../server/db/sqlite/sqlite-driver.ts'
import { readFolder } from '../../server/library/change-library.ts'
import { asLearner } from './bench-learner.ts'
import { benchLearner, recipe, studyGeneratedCards } from './collection.ts'
import { freshFolder, workFolder } from './work-folder.ts'

export interface WrittenLibrary {
  readonly learnings: string
  readonly data: string
  readonly cards: number
  readonly today: Day
}

/**
 * Notes on the disk and the data folder that a server made of them, studied up to today: what a start meets on an
 * ordinary morning. Made anew each day, because a start reads the real clock.
 */
export async function writtenLibrary(cards: number): Promise<WrittenLibrary> {
  const now = Date.now() as EpochMs
  const today = studyDayOf(now, 'UTC', defaultSettings.rolloverHour)
  const name = `notes-for-${cards}-${today}-${recipe()}`
  const folder = join(workFolder, name)
  if (!existsSync(folder)) {
    console.log(`Writing notes for about ${cards} cards and reading them (once a day) …`)
    const draft = freshFolder(`${name}.draft`)
    mkdirSync(join(draft, 'learnings'))
    mkdirSync(join(draft, 'data'))
    writeNotes(join(draft, 'learnings'), cards)
    await readOnce(draft, now)
    renameSync(draft, folder)
  }
  const data = join(folder, 'data')
  const file = openSqliteFile(join(data, 'recollect.db'), { readonly: true })
  const { made } = file.prepare("select count(*) as made from cards where status = 'ready'").get() as {
    made: number
  }
  file.close()
  return { learnings: join(folder, 'learnings'), data, cards: made, today }
}

async function readOnce(folder: string, now: EpochMs): Promise<void> {
  const db = await openDatabase(join(folder, 'data'), now)
  await writing(db, (trx) =>
    insertLearner(trx, benchLearner, 'Learner', { ...defaultSettings, zone: 'UTC' }, now),
  )
  await readFolder(asLearner(db, join(folder, 'learnings'), join(folder, 'data'), () => now))
  await db.close()
  const file = openSqliteFile(join(folder, 'data', 'recollect.db'))
  studyGeneratedCards(file, now)
  file.pragma('wal_checkpoint(TRUNCATE)')
  file.close()
}

const nouns = [
  'cache',
  'queue',
  'index',
  'token',
  'shard',
  'replica',
  'schema',
  'commit',
  'router',
  'buffer',
  'cursor',
  'mutex',
]
const deeds = [
  'keeps',
  'orders',
  'finds',
  'proves',
  'splits',
  'copies',
  'describes',
  'seals',
  'forwards',
  'collects',
]
const things = [
  'answers',
  'requests',
  'rows',
  'claims',
  'tables',
  'pages',
  'records',
  'changes',
  'packets',
  'bytes',
]

/** Definitions as people write them, twenty-four a note. */
function writeNotes(folder: string, cards: number): void {
  const perNote = 24
  for (let note = 0; note * perNote < cards; note++) {
    const lines = Array.from({ length: perNote }, (_, line) => {
      const number = note * perNote + line
      const noun = (step: number) => nouns[(number * step + note) % nouns.length] ?? ''
      const deed = deeds[(number * 7 + line) % deeds.length] ?? ''
      const thing = things[(number * 3 + note) % things.length] ?? ''
      return `- **${capital(noun(1))} ${number}**: ${noun(5)} that ${deed} the ${thing} of service ${number} until the ${noun(7)} asks.`
    })
    const text = `# Topic ${note}\n\n## Terms of topic ${note}\n\n${lines.join('\n')}\n`
    writeFileSync(join(folder, `topic-${String(note).padStart(5, '0')}.md`), text)
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
