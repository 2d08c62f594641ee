import type { PartOffer } from '../../shared/api/queue.ts'
import type { NamedPart, PartFilter } from './name-part.ts'

/** Why a part has nothing to ask. */
export function missingWords({ filter, about, isUnknown, problem }: NamedPart): string {
  if (problem !== null) return problem
  if (isUnknown) return 'It is not in your library any more.'
  const within = about === null ? '' : ` of ${about}`
  switch (filter.state) {
    case 'due':
      return `No card${within} is due today.`
    case 'new':
      return `You have seen every card${within}.`
    case 'leech':
      return `No card${within} keeps being forgotten.`
    case 'learned':
    case 'weak':
      return `You have not answered a card${within} yet.`
    case 'ahead':
      return `No card${within} comes on the days ahead.`
    case undefined:
      return about === null ? 'You have not answered a card yet.' : noCards(filter, about)
  }
}

function noCards({ tag, q }: NamedPart['filter'], about: string): string {
  if (q !== undefined) return `No card that is asked fits ${about}.`
  if (tag !== undefined) return `No card that is asked comes from a note with the tag ${about}.`
  return `No card of ${about} is asked: there is none, or all are suspended or put off.`
}

/** A part to try in place of an empty one, with what asks for it. */
interface Instead {
  readonly name: string
  readonly filter: PartFilter
  readonly scope: PartOffer['scope']
}

/** What comes nearest to an empty part: all of the same subject, then what most people need next. */
export function offersFor({ filter, about }: NamedPart): Instead[] {
  const { state, ...subject } = filter
  const whole = (name: string, wanted: NonNullable<PartFilter['state']>): Instead => ({
    name,
    filter: { state: wanted },
    scope: { state: wanted },
  })
  const same: Instead[] =
    state === undefined || about === null
      ? []
      : [{ name: `All cards of ${about}`, filter: subject, scope: scopeOf(subject) }]
  return [
    ...same,
    whole('Cards that are due', 'due'),
    whole('Your weakest cards', 'weak'),
    whole('Cards never seen', 'new'),
    whole('Cards of the coming days', 'ahead'),
  ].filter(({ filter: other }) => !(about === null && other.state === state))
}

/** The fields of a subject that an address asks for. */
function scopeOf(subject: PartFilter): PartOffer['scope'] {
  const fields = Object.entries(subject).filter(([, value]) => value !== undefined)
  return { ...(Object.fromEntries(fields) as PartOffer['scope']), practice: true }
}
