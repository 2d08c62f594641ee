import type { SkimCard } from '../../shared/api/skim.ts'
import { kindName } from './kind-names.ts'
import { counted, shortDay } from './words.ts'

/** `86 new cards: 74 ready, 12 proposed.` */
export function skimWords(counts: {
  readonly ready: number
  readonly proposed: number
  readonly drafted: number
}): string {
  const states = ['ready', 'proposed', 'drafted'] as const
  const parts = states.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${state}`)
  const left = counts.ready + counts.proposed + counts.drafted
  return `${counted(left, 'new card')}: ${parts.join(', ')}.`
}

/** `gap · Levels › line 12`: what the card is, and where it stands in its note. */
export function placeWords({ kind, sources }: Pick<SkimCard, 'kind' | 'sources'>): string {
  const [first] = sources
  const line = first?.lines[0] === undefined ? '' : `line\u00a0${first.lines[0]}`
  const place = [first?.heading.at(-1) ?? '', line].filter((part) => part !== '').join(' ›\u00a0')
  const more = sources.length > 1 ? `and ${counted(sources.length - 1, 'more place')}` : ''
  return [kindName(kind), place, more].filter((part) => part !== '').join(' · ')
}

/** `drafted by qwen3:14b on 14 May`. */
export function draftedWords(by: string, day: string): string {
  return `drafted by ${by} on\u00a0${shortDay(day).replaceAll(' ', '\u00a0')}`
}
