import type { SchedulerBody, ScopeBody } from '../../shared/api/scheduler.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { NoteId } from '../../shared/note/note.ts'
import {
  type FsrsRules,
  type FsrsSetting,
  type ScopeSetting,
  haveSameWeights,
} from '../../shared/schedule/profile.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { type Scope, scopeKey } from '../../shared/schedule/scope.ts'
import { findConcept } from '../db/concepts.ts'
import { findNote } from '../db/notes.ts'
import type { Reader } from '../db/tables.ts'
import { plainTag } from './find-tagged-notes.ts'

type WantedScopes = NonNullable<Extract<SchedulerBody, { scheduler: 'fsrs' }>['scopes']>

/** The scopes that the learner gives a wanted recall; refused where one is named twice or is not there. */
export async function toScopeSettings(
  db: Reader,
  learnerId: LearnerId,
  wanted: WantedScopes,
): Promise<ScopeSetting[]> {
  const settings: ScopeSetting[] = []
  for (const { desiredRetention, ...named } of wanted)
    settings.push({ scope: await toScope(db, learnerId, named), desiredRetention })
  if (new Set(settings.map(({ scope }) => scopeKey(scope))).size < settings.length)
    throw new Refusal(
      'invalid_request',
      'A concept, note or tag is named twice. Give each wanted recall once.',
    )
  return settings
}

/** A scope as the learner names it. A tag needs no note yet: it is asked for without its sign and in lower case. */
export async function toScope(db: Reader, learnerId: LearnerId, { kind, name }: ScopeBody): Promise<Scope> {
  if (kind === 'tag') return { kind, name: plainTag(name) }
  const found =
    kind === 'concept'
      ? await findConcept(db, learnerId, name as ConceptId)
      : await findNote(db, learnerId, name as NoteId)
  if (found === undefined) throw new Refusal('not_found', `There is no ${kind} ${name}.`)
  return { kind, name }
}

/**
 * The scopes with the weights that they have where the learner's are still the same. A scope's own weights won against
 * those; where they change, the others have nothing to say for themselves.
 */
export function keepOwnWeights(
  scopes: readonly ScopeSetting[],
  rules: FsrsRules,
  known: FsrsSetting | undefined,
): ScopeSetting[] {
  const isSame = known !== undefined && haveSameWeights(rules, known)
  return scopes.map(({ scope, desiredRetention }) => {
    const own = isSame ? known.scopes?.find((one) => scopeKey(one.scope) === scopeKey(scope)) : undefined
    return { scope, desiredRetention, ...(own?.weights === undefined ? {} : { weights: own.weights }) }
  })
}

/** A setting with these scopes; without any it is, to the name, what it was before there were scopes. */
export function withScopes(
  { weights, desiredRetention }: FsrsRules,
  scopes: readonly ScopeSetting[],
): FsrsSetting {
  return { weights, desiredRetention, ...(scopes.length === 0 ? {} : { scopes }) }
}
