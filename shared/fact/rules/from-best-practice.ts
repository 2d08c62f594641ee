import { atSpaces, contentStems, wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { firstWord, trimEnd, withoutAsides } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { isOrdering, shapeOf } from '../../english/shape.ts'
import { impersonal } from '../../english/impersonal.ts'
import { isNounToo } from '../../english/imperative.ts'
import { mannerOf } from './manner.ts'
import { isOrder } from '../../english/order.ts'
import { baseVerb, thirdPersonBase } from '../../english/verbs.ts'
import type { Statement } from '../read/statement.ts'
import { splitReason } from '../../english/reason.ts'
import { membersAsked, colonList } from '../../english/advice-list.ts'
import { objectOf } from './advice-object.ts'
import { lower, lowerAction } from './lower-action.ts'

/** Advice without a term of its own: "Write tests early to catch bugs", "Test before deployment — saves time later". */
export function fromBestPractice(statement: Statement): Draft[] {
  if (statement.label !== '' || /[:：]$/.test(statement.text)) return []
  if (statement.leadIn !== '' && statement.section !== 'practice') return []
  const text = impersonal(splitSentences(statement.full)[0] ?? '')
  if (text === undefined) return []
  if (statement.section !== 'practice' && !statement.listed && !/\bbecause\b|\bso that\b/.test(text))
    return []
  if (!isOrdering(text)) return []
  return adviceDrafts('', text, statement)
}

/** The facts in an advice: why it is given, how it is done, what it asks for. */
export function adviceDrafts(label: string, said: string, statement: Statement): Draft[] {
  const text = trimEnd(withoutAsides(said))
  const titled = label !== '' && isOrder(label, said)
  const title = titled ? lowerAction(label, statement) : ''
  const reason = splitReason(text)
  const term = label !== '' ? label : objectOf(reason?.action ?? text, statement)
  if (term === '') return []
  const action = reason?.action ?? text
  const shape = shapeOf(text)
  if (titled && shape === 'noun' && !mayAct(text)) return []
  if (titled && shape !== 'imperative')
    return [{ kind: 'best_practice', asks: 'why', term, action: title, statement: text }]
  if (shape === 'clause') {
    if (titled) return [{ kind: 'best_practice', asks: 'why', term, action: title, statement: text }]
    return label === '' || wordCount(text) < 4
      ? []
      : [{ kind: 'best_practice', asks: 'what', term, statement: text }]
  }
  const listed = colonList(text)
  if (label === '' && listed !== undefined) {
    const does = listed.items.every((item) => baseVerb(firstWord(item)) !== undefined)
    const members = does ? undefined : membersAsked(listed.action)
    return [
      ...(does
        ? [
            {
              kind: 'list' as const,
              term,
              cue: { kind: 'ways' as const, action: lower(listed.action) },
              items: listed.items,
            },
          ]
        : []),
      ...(members === undefined
        ? []
        : [
            {
              kind: 'list' as const,
              term,
              cue: { kind: 'advised' as const, noun: members },
              items: listed.items,
            },
          ]),
      ...(listed.reason === ''
        ? []
        : [
            {
              kind: 'best_practice' as const,
              asks: 'why' as const,
              term,
              action: lower(listed.action),
              statement: listed.reason,
            },
          ]),
    ]
  }
  const drafts: Draft[] = []
  if (reason !== undefined) {
    // A short action that does not mention its own term says too little to be asked about.
    const vague = !titled && label !== '' && wordCount(action) < 4
    if (vague) drafts.push({ kind: 'purpose', use: 'purpose', term, statement: reason.reason })
    else
      drafts.push({
        kind: 'best_practice',
        asks: 'why',
        term,
        action: titled ? title : lower(action),
        statement: reason.reason,
      })
  }
  if (titled && !saysAgain(title, action))
    drafts.push({ kind: 'best_practice', asks: 'how', term, action: title, statement: action })
  else if (!titled && label !== '')
    drafts.push({ kind: 'best_practice', asks: 'what', term, statement: text })
  else if (reason === undefined) drafts.push(...mannerOf(term, action))
  return drafts
}

/** "Apply constraints: implement constraints" says nothing new but its verb. */
function saysAgain(title: string, action: string): boolean {
  const said = new Set(contentStems(title))
  return contentStems(action).filter((stem) => !said.has(stem)).length <= 1 && wordCount(action) <= 3
}

/** True when some word after the first can be a verb only: a reason is a sentence, not a list of things. */
function mayAct(text: string): boolean {
  return atSpaces(text)
    .slice(1)
    .some((word) => {
      const base = thirdPersonBase(word) ?? baseVerb(word)
      return base !== undefined && !isNounToo(base)
    })
}
