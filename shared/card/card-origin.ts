/** A remark at the end of a line that names where its words come from; readers of notes pass over it. */
export function origin(file: string, line: number, noteId: string): string {
  return ` <!-- from ${file.replaceAll(/--|[<>]/g, '-')}:${line} note ${noteId} -->`
}

/** The file, line and note that a remark names, and the text without it. */
export function readOrigin(text: string): {
  readonly bare: string
  readonly from: { readonly file: string; readonly line: number; readonly noteId: string } | null
} {
  const found = /\s?<!-- from (.{1,500}):(\d{1,7}) note ([\w-]{1,64}) -->/.exec(text)
  if (found === null) return { bare: text, from: null }
  const [remark, file = '', line = '', noteId = ''] = found
  return { bare: text.replace(remark, ''), from: { file, line: Number(line), noteId } }
}
