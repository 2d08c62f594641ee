import { assertNever } from '../basics/brand.ts'
import { hashFields } from '../basics/hash.ts'
import { normaliseTerm, normaliseText } from '../basics/text.ts'
import type {
  Asked,
  Assertion,
  ClozePiece,
  Deed,
  ExampleCue,
  FactKey,
  ListCue,
  QuestionSides,
  Respect,
} from './fact.ts'

/**
 * What a fact is about, levelled: `hash(["fact", term, kind, slot])`, the same however its note spells it and however
 * its question is worded.
 */
export function factKey(asserted: Assertion & { readonly term: string }): FactKey {
  return hashFields(['fact', normaliseTerm(asserted.term), asserted.kind, slotOf(asserted)]) as FactKey
}

/**
 * The respect in which a fact speaks of its term, levelled: it tells two facts of one term and kind apart. Some of these
 * strings look like English, because they began as wordings. They are names now: every stored key is made of them, so
 * they stay as they are when a question is worded better.
 */
export function slotOf(asserted: Assertion): string {
  return normaliseText(nameOf(asserted))
}

/** The same before it is levelled. */
export function nameOf(asserted: Assertion): string {
  switch (asserted.kind) {
    case 'definition':
      return asserted.kindOf === undefined ? '' : 'kind'
    case 'purpose':
      return { purpose: '', one_use: '', subject: 'about', fit: 'fit', role: 'as' }[asserted.use]
    case 'effect':
      return asserted.deed === null ? '' : deedName(asserted.deed)
    case 'aspect':
      return respectName(asserted.respect)
    case 'comparison':
      return asserted.other
    case 'list':
      return listName(asserted.cue, asserted.items)
    case 'example':
      return exampleName(asserted.cue)
    case 'best_practice':
      return asserted.asks
    case 'code':
      return { meaning: '', sentence: 'how', title: 'how to' }[asserted.told]
    case 'question':
      return sidesName(asserted.sides)
    case 'cloze':
      return asserted.by === 'author'
        ? wholeSentence(asserted.sentence)
        : `${asserted.by} in ${asserted.sentence.map(({ kind, text }) => (kind === 'gap' ? '___' : text)).join('')}`
    case 'told':
      return askedName(asserted.asked)
    case 'expansion':
    case 'problem_solution':
    case 'choice':
      return ''
    default:
      return assertNever(asserted)
  }
}

function exampleName(cue: ExampleCue): string {
  if (cue.kind === 'options') return 'options'
  return cue.kind === 'general' ? cue.noun : ''
}

const deedName = ({ verb, whom, particle, follows }: Deed): string =>
  [verb, whom, particle, follows].filter((part) => part !== undefined).join(' ')

function respectName(respect: Respect): string {
  switch (respect.kind) {
    case 'coverage':
      return 'cover'
    case 'asked':
      return respect.words
    case 'named':
      return respect.name
    case 'compared':
      return `in terms of ${respect.name}`
    case 'importance':
    case 'example':
    case 'tool':
    case 'tools':
      return respect.kind
    default:
      return assertNever(respect)
  }
}

function listName(cue: ListCue, items: readonly string[]): string {
  switch (cue.kind) {
    case 'enumerated':
      // Equal lines of other notes are one fact; other lines below the same term are others.
      return `${cue.noun} ${items.join(' ')}`
    case 'advised':
      return 'members'
    case 'objects':
      return `about ${cue.verb}`
    case 'introduced':
      return cue.words
    case 'related':
      return cue.name
    case 'topics':
    case 'effects':
    case 'places':
    case 'ways':
      return cue.kind
    default:
      return assertNever(cue)
  }
}

function askedName(asked: Asked): string {
  switch (asked.kind) {
    case 'reason':
    case 'value':
    case 'object':
    case 'time':
    case 'name':
    case 'change':
      return `${asked.kind} of ${asked.clause.subject} ${asked.clause.verb} ${asked.clause.rest}`
    case 'cause':
      return `cause of ${asked.effect}`
    case 'outcome':
      return `outcome ${asked.topic} ${asked.condition}`
    case 'alias':
      return 'alias'
    case 'circumstance':
      return `${asked.word} of ${asked.clause.subject} ${asked.clause.verb} ${asked.clause.rest}`
    case 'doer':
      return `doer of ${asked.deed}`
    case 'amount':
      return `amount of ${asked.noun} ${asked.deed}`
    default:
      return assertNever(asked)
  }
}

function sidesName(sides: QuestionSides): string {
  switch (sides.kind) {
    case 'forward':
      return ''
    case 'backward':
    case 'defined':
      return 'term'
    case 'both':
      return 'both'
    case 'languages':
      return `between ${sides.from} and ${sides.to}`
    case 'word':
      return 'between word and meaning'
    default:
      return assertNever(sides)
  }
}

/** The sentence with every gap filled. */
export const wholeSentence = (sentence: readonly ClozePiece[]): string =>
  sentence.map(({ text }) => text).join('')
