/** The code of a fault of the system or the database, such as “ENOENT” or “SQLITE_BUSY”; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
