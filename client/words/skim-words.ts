import type { SkimCard, SkimReply } from '../../shared/api/skim.ts'
import { kindName } from './kind-names.ts'
import { counted } from './words.ts'

/** `86 new cards: 74 ready, 12 proposed.` */
export function skimWords({ ready, proposed }: SkimReply['counts']): string {
  const parts = [ready > 0 ? `${ready} ready` : '', proposed > 0 ? `${proposed} proposed` : ''].filter(
    (part) => part !== '',
  )
  return `${counted(ready + proposed, 'new card')}: ${parts.join(', ')}.`
}

/** `gap · Levels › line 12`: what the card is, and where it stands in its note. */
export function placeWords({ kind, sources }: Pick<SkimCard, 'kind' | 'sources'>): string {
  const [first] = sources
  const line = first?.lines[0] === undefined ? '' : `line\u00a0${first.lines[0]}`
  const place = [first?.heading.at(-1) ?? '', line].filter((part) => part !== '').join(' ›\u00a0')
  const more = sources.length > 1 ? `and ${counted(sources.length - 1, 'more place')}` : ''
  return [kindName(kind), place, more].filter((part) => part !== '').join(' · ')
}
