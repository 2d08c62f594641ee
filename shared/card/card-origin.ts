/** A remark at the end of a line that names where its words come from; readers of notes pass over it. */
export function origin(file: string, line: number, noteId: string): string {
  return ` <!-- from ${writtenFile(file)}:${line} note ${noteId} -->`
}

/** The same for a card whose source is a quote of that note, which the mark finds again (`draft/quote-mark.ts`). */
export function quoteOrigin({ file, line, noteId, mark }: MarkedOrigin): string {
  return ` <!-- from ${writtenFile(file)}:${line} note ${noteId} quote ${mark} -->`
}

/** Where the words of a card come from. */
export interface Origin {
  /** As `writtenFile` writes it. */
  readonly file: string
  readonly line: number
  readonly noteId: string
  /** What finds the quoted words again; left out for a card that only links to a line. */
  readonly mark: string | undefined
}

/** The origin of a card whose source is a quote. */
export interface MarkedOrigin extends Origin {
  readonly mark: string
}

/** A path as a remark names it: nothing in it ends the remark. */
export function writtenFile(path: string): string {
  return path.replaceAll(/--|[<>]/g, '-')
}

/** The file, line and note that a remark names, and the text without it. */
export function readOrigin(text: string): { readonly bare: string; readonly from: Origin | null } {
  const found =
    /\s?<!-- from (.{1,500}):(\d{1,7}) note ([\w-]{1,64})(?: quote (\d{1,4}-[0-9a-f]{16}))? -->/.exec(text)
  if (found === null) return { bare: text, from: null }
  const [remark, file = '', line = '', noteId = '', mark] = found
  return { bare: text.replace(remark, ''), from: { file, line: Number(line), noteId, mark } }
}
