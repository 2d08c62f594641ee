import type { Source } from '../../shared/api/common.ts'
import { sideLanguage } from '../../shared/card/side-languages.ts'

/** Lines of notes as they are quoted, with the language that they are to be read in; English needs none. */
export function quotedSources(sources: readonly Source[]): Source[] {
  return sources.map((source) => {
    const lang = sideLanguage(source.text.join('\n'), null)
    return lang === null ? source : { ...source, lang }
  })
}
