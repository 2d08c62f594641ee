import { type Draft, itemsOf, statementOf } from '../fact.ts'
import { firstWord, trimEnd, withoutAsides } from '../../english/phrase.ts'
import { effectsOf } from './tails.ts'
import { baseVerb, gerundBase } from '../../english/verbs.ts'

/**
 * What the author did states a fact only where it names a purpose or an effect: "We used X to …, reducing …",
 * "X allowed us to …". The rest is a diary.
 */
export function actionDrafts(term: string, sentence: string): Draft[] {
  const text = trimEnd(sentence)
  const drafts: Draft[] = []
  const allowed =
    /\b(?:allowed|enabled|helped|lets?|allows|enables|helps)\s+(?:us|me|you)\s+(?:to\s+)?(\p{L}+)\b(.*)$/iu.exec(
      text,
    )
  if (allowed?.[1] !== undefined && baseVerb(allowed[1]) !== undefined) {
    const [core, tail] = cutParticiple(`${allowed[1]}${allowed[2] ?? ''}`)
    return [
      {
        kind: 'effect',
        term,
        deed: { verb: 'allow', whom: 'you', follows: 'to do' },
        statement: resolveThem(core),
      },
      ...(tail === '' ? [] : effectsOf(term, tail)),
    ]
  }
  const ways =
    /\b(?:techniques|methods|ways|strategies|approaches|patterns)\s+(?:for|to)\s+([^,]+)(.*)$/i.exec(text)
  if (ways?.[1] !== undefined && /^(?:\p{L}+ing|\p{Ll}+)\s/u.test(ways[1])) {
    const tool = /\busing\s+((?:\p{Lu}[\p{L}.]*(?:'s|’s)?\s+)?(?:`[^`]+`|\p{Lu}[\p{L}.]+))/u.exec(
      ways[2] ?? '',
    )?.[1]
    return [
      {
        kind: 'purpose',
        use: 'purpose',
        term,
        statement: gerundBase(firstWord(ways[1])) !== undefined ? ways[1] : `to ${ways[1]}`,
      },
      ...(tool === undefined
        ? []
        : [{ kind: 'aspect' as const, respect: { kind: 'tool' as const }, term, statement: tool }]),
    ]
  }
  const purpose = /\s(?:in order )?to\s+(\p{Ll}+)\s+(.+)$/u.exec(text)
  const leading = /^to\s+(\p{Ll}+)\s+([^,]+(?:\s+and\s+[^,]+)?),\s/iu.exec(text)
  const used = leading ?? purpose
  if (
    used?.[1] !== undefined &&
    used[2] !== undefined &&
    baseVerb(used[1]) !== undefined &&
    !/\b(?:learned|learnt|explored|how|when|want|wanted|able|aim|ability)\s+to\s/i.test(
      text.slice(0, (purpose?.index ?? 0) + 4),
    )
  ) {
    const [core, tail] = cutParticiple(`to ${used[1].toLowerCase()} ${used[2]}`)
    drafts.push({ kind: 'purpose', use: 'purpose', term, statement: core })
    if (tail !== '') drafts.push(...effectsOf(term, tail))
  } else {
    const [, tail] = cutParticiple(text)
    if (tail !== '') drafts.push(...effectsOf(term, tail))
  }
  return drafts.filter(
    (draft) => !/\b(?:we|us|our|i|my|me)\b/i.test(`${statementOf(draft)} ${itemsOf(draft).join(' ')}`),
  )
}

const resolveThem = (text: string): string => withoutAsides(text)

function cutParticiple(text: string): [core: string, tail: string] {
  const found =
    /,\s+(?:thereby |thus |significantly |greatly |often |which )?((?:allowing|ensuring|enabling|improving|reducing|leading|increasing|preventing|making|providing|boosting|enhancing|achieving|resulting|minimizing|simplifying|accelerating|supporting|promoting|saving|eliminating)\b.+)$/i.exec(
      text,
    )
  return found?.[1] === undefined ? [text, ''] : [text.slice(0, found.index), found[1]]
}
