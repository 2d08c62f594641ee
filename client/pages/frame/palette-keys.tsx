import { paths } from '../../router.ts'
import { editorKeys } from '../../keys/key-places.ts'
import { placesHere } from '../../keys/use-keys.ts'
import { KeySheet } from '../../keys/key-sheet.tsx'

/** The keys of the page one is on: its own, and then those that hold everywhere. */
export function PageKeys({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  const isEditor = path.endsWith('/edit') || path === paths.newNote
  const own = placesHere.value.filter((place) => place !== 'everywhere')
  const places = [...own, ...placesHere.value.filter((place) => place === 'everywhere')]
  return (
    <KeySheet
      places={places}
      more={isEditor ? { name: 'Editor', keys: editorKeys } : undefined}
      onClose={onClose}
    />
  )
}
