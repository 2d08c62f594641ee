import { watch } from 'chokidar'
import { isNoteName } from './read-notes.ts'

/** What watches the folder of notes until it is closed. */
export interface NoteWatch {
  close(): Promise<void>
}

// Long enough for an editor that saves by writing, renaming and touching; short enough to feel immediate.
const quietMs = 300

/** Calls `onChange` when a note below `folder` is new, changed or gone, once the folder has been quiet for a moment. */
export function watchNotes(folder: string, onChange: () => Promise<void>): NoteWatch {
  let timer: NodeJS.Timeout | null = null
  let reading = Promise.resolve()
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path, stats) => {
      const name = path.slice(folder.length)
      if (/[\\/](?:\.[^\\/]|node_modules(?:[\\/]|$))/.test(name)) return true
      return stats?.isFile() === true && !isNoteName(path)
    },
  })
  const readSoon = () => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => {
      timer = null
      reading = reading.then(onChange)
    }, quietMs)
    timer.unref()
  }
  watcher.on('all', readSoon)
  // What changed between the last reading and the first watch would be seen by nobody.
  watcher.on('ready', readSoon)
  // A folder that cannot be watched (too many, or gone) is still read at the start and on request.
  watcher.on('error', () => undefined)
  return {
    close: async () => {
      if (timer !== null) clearTimeout(timer)
      await watcher.close()
      await reading
    },
  }
}
