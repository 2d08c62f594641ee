/** A text for `like`, meant letter by letter. Name the escape character: only PostgreSQL has a default one. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&')
}
