import { StartFailure } from '../start-failure.ts'
import { codeOf } from '../code-of.ts'

/** A fault of the file or its disk as a sentence for its owner; everything else as it is. */
export function readableFault(error: unknown, file: string): unknown {
  if (error instanceof StartFailure || !(error instanceof Error)) return error
  const code = codeOf(error)
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return new StartFailure(
      `${file} is damaged or not a database (${error.message}). Nothing was changed. Restore it from a backup, then start again.`,
    )
  }
  if (code === 'SQLITE_FULL')
    return new StartFailure(`The disk that holds ${file} is full. Free some space, then start again.`)
  if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY' || code === 'EACCES' || code === 'EROFS') {
    return new StartFailure(
      `${file} cannot be opened for writing (${error.message}). Check the folder’s permissions, or set DATA_DIR.`,
    )
  }
  if (code === 'MODULE_NOT_FOUND' || code === 'ERR_DLOPEN_FAILED' || /bindings file/.test(error.message)) {
    return new StartFailure(
      'The database driver better-sqlite3 is not installed for this Node. ' +
        'It is compiled during npm ci, which needs a C++ compiler, make and Python 3 (Debian: apt-get install build-essential python3). ' +
        'Install them, delete node_modules and run npm start again; or use Node 22.14 or newer, which needs no compiler.',
    )
  }
  return error
}
