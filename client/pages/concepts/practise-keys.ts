import { useLocation } from 'preact-iso'
import { useKeys } from '../../keys/use-keys.ts'
import { studyAddress } from '../../state/review-address.ts'

/** Where a session about a concept is looked at before it begins. */
export function practiseAddress(conceptId: string): string {
  return studyAddress({ conceptId, practice: true })
}

/** `P` practises the concept of the page. */
export function usePractiseConcept(conceptId: string): void {
  const { route } = useLocation()
  useKeys('concept', { practise: () => route(practiseAddress(conceptId)) })
}

/** `P` practises the concept whose row has the focus, or the first of the list. */
export function usePractiseRow(): void {
  const { route } = useLocation()
  useKeys('concepts', {
    practise: () => {
      const row = document.activeElement?.closest('a.concept-row') ?? document.querySelector('a.concept-row')
      const id = row?.getAttribute('href')?.split('/').at(-1)
      if (id !== undefined) route(practiseAddress(decodeURIComponent(id)))
    },
  })
}
