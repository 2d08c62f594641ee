import type { Case } from '../../basics/first-answer.ts'
import { type Draft, itemsOf, statementOf } from '../fact.ts'
import { trimEnd, withoutAsides } from '../../english/phrase.ts'
import { effectsOf } from './tails.ts'
import { baseVerb } from '../../english/verbs.ts'

/** What an author did, and for which term. */
interface Told {
  readonly term: string
  readonly text: string
}

type Layout = Case<Told, readonly Draft[]>

/**
 * What the author did states a fact only where it names a purpose or an effect: "We used X to …, reducing …",
 * "X allowed us to …". The rest is a diary.
 */
export function actionDrafts(term: string, sentence: string): Draft[] {
  const told = { term, text: trimEnd(sentence) }
  const complete = allowed(told) ?? ways(told)
  if (complete !== undefined) return [...complete]
  const drafts = purpose(told) ?? tailDrafts(term, cutParticiple(told.text)[1])
  return drafts.filter((draft) => !ofTheAuthor.test(`${statementOf(draft)} ${itemsOf(draft).join(' ')}`))
}

/** "to keep our users": it holds for the author alone. */
const ofTheAuthor = /\b(?:we|us|our|i|my|me)\b/i

/** "Caching allowed us to serve more users, reducing load". */
const allowed: Layout = ({ term, text }) => {
  const [, verb, rest = ''] = allowing.exec(text) ?? []
  if (verb === undefined || baseVerb(verb) === undefined) return undefined
  const [core, tail] = cutParticiple(`${verb}${rest}`)
  const deed = { verb: 'allow', whom: 'you', follows: 'to do' } as const
  return [{ kind: 'effect', term, deed, statement: withoutAsides(core) }, ...tailDrafts(term, tail)]
}

const allowing =
  /\b(?:allowed|enabled|helped|lets?|allows|enables|helps)\s+(?:us|me|you)\s+(?:to\s+)?(\p{L}+)\b(.*)$/iu

/** "Learned techniques for reducing load using Redis". */
const ways: Layout = ({ term, text }) => {
  const [, link, deed, rest = ''] = waysTo.exec(text) ?? []
  if (deed === undefined || !/^(?:\p{L}+ing|\p{Ll}+)\s/u.test(deed)) return undefined
  const statement = link === 'for' ? deed : `to ${deed}`
  const tool = usingTool.exec(rest)?.[1]
  return [
    { kind: 'purpose', use: 'purpose', term, statement },
    ...(tool === undefined
      ? []
      : [{ kind: 'aspect' as const, respect: { kind: 'tool' as const }, term, statement: tool }]),
  ]
}

const waysTo = /\b(?:techniques|methods|ways|strategies|approaches|patterns)\s+(for|to)\s+([^,]+)(.*)$/i
const usingTool = /\busing\s+((?:\p{Lu}[\p{L}.]*(?:'s|’s)?\s+)?(?:`[^`]+`|\p{Lu}[\p{L}.]+))/u

/** "Used indexes to speed up reads"; "To speed up reads, we added an index". */
const purpose: Layout = ({ term, text }) => {
  const last = /\s(?:in order )?to\s+(\p{Ll}+)\s+(.+)$/u.exec(text)
  const leading = /^to\s+(\p{Ll}+)\s+([^,]+(?:\s+and\s+[^,]+)?),\s/iu.exec(text)
  const [, verb, rest] = leading ?? last ?? []
  if (verb === undefined || rest === undefined || baseVerb(verb) === undefined) return undefined
  if (noPurpose.test(text.slice(0, (last?.index ?? 0) + 4))) return undefined
  const [core, tail] = cutParticiple(`to ${verb.toLowerCase()} ${rest}`)
  return [{ kind: 'purpose', use: 'purpose', term, statement: core }, ...tailDrafts(term, tail)]
}

/** "learned to", "wanted to": the words before such a "to" ask for it. */
const noPurpose = /\b(?:learned|learnt|explored|how|when|want|wanted|able|aim|ability)\s+to\s/i

const tailDrafts = (term: string, tail: string): readonly Draft[] =>
  tail === '' ? [] : effectsOf(term, tail)

function cutParticiple(text: string): [core: string, tail: string] {
  const found =
    /,\s+(?:thereby |thus |significantly |greatly |often |which )?((?:allowing|ensuring|enabling|improving|reducing|leading|increasing|preventing|making|providing|boosting|enhancing|achieving|resulting|minimizing|simplifying|accelerating|supporting|promoting|saving|eliminating)\b.+)$/i.exec(
      text,
    )
  return found?.[1] === undefined ? [text, ''] : [text.slice(0, found.index), found[1]]
}
