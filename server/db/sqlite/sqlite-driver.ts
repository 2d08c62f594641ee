import { createRequire } from 'node:module'
import type BetterSqlite3 from 'better-sqlite3'

export type SqliteFile = BetterSqlite3.Database

// Version 12 is the last for Node 20 and aborts on new Nodes; version 13 needs Node-API 10 (Node ≥ 22.14) and crashes
// on older ones. Both have the same interface: take the one this Node can run.
const packageName = Number(process.versions.napi) >= 10 ? 'better-sqlite3-napi' : 'better-sqlite3'

/** Opens a SQLite file. The driver is loaded on first use: it is the one native part, and may be missing. */
export function openSqliteFile(file: string, options?: BetterSqlite3.Options): SqliteFile {
  const Driver = createRequire(import.meta.url)(packageName) as typeof BetterSqlite3
  return new Driver(file, options)
}
