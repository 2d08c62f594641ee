import { studyAddress } from '../../state/review-address.ts'

/** Where a session about a concept is looked at before it begins. */
export function practiseAddress(conceptId: string): string {
  return studyAddress({ conceptId, practice: true })
}
