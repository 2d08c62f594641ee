import { readOrigin } from '../../shared/card/card-origin.ts'
import { paths } from '../router.ts'

/** The line of a note that the words of a typed card come from, as a link. */
export function SourceOrigin({ text }: { readonly text: string }) {
  const { from } = readOrigin(text)
  if (from === null) return null
  return (
    <>
      {' · from '}
      <a href={paths.note(from.noteId, from.line)}>
        {from.file}, line {from.line}
      </a>
    </>
  )
}
