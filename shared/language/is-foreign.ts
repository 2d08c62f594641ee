import { tellLanguage } from './tell-language.ts'

/** True for a text that is surely not English. */
export function isForeign(text: string): boolean {
  const told = tellLanguage(text)
  return told !== undefined && told !== 'en'
}
