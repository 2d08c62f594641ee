import { capitalise, wordCount } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'
import { isClause } from '../fact/clause.ts'
import { splitEnumeration, splitTopLevel } from '../fact/enumeration.ts'
import { firstWord, trimEnd, withoutAsides } from '../fact/phrase.ts'
import { isPresentClause } from '../fact/present-clause.ts'
import { shapeOf } from '../fact/shape.ts'
import { fromGerund, toBase, toGerund } from '../fact/verb-phrases.ts'
import { gerundBase, pastBase, toThirdPerson } from '../fact/verbs.ts'
import { answer, inner, longestAnswer, numberWord } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** "How can X be solved?" – with the problem in the question, the solution as what one does. */
export function problemCards(fact: Fact): Proposal[] {
  const cards: Proposal[] = []
  const asked = askProblem(fact)
  if (fact.statement !== '') {
    const told = solutionText(fact.statement)
    const parts = listParts(told)
    if (wordCount(told) <= longestAnswer || parts === undefined)
      cards.push({
        kind: 'basic',
        slot: '',
        front: asked.question,
        back: answer(asked.by ? byDoing(told) : doing(fact.statement, told)),
        score: 10,
      })
    if (parts !== undefined && parts.length >= 3) {
      cards.push({
        kind: 'list_recall',
        slot: '',
        front: `Name ${numberWord(parts.length)} ways to deal with ${asked.topic}.`,
        back: parts.map((part) => capitalise(withoutAsides(part))).join('\n'),
        score: wordCount(told) > 13 ? 11 : 6,
      })
    }
  }
  const items = fact.items.map((item) => shortItem(solutionText(item)))
  if (items.length === 1)
    cards.push({
      kind: 'basic',
      slot: 'items',
      front: asked.question,
      back: answer(asked.by ? byDoing(items[0] ?? '') : (items[0] ?? '')),
      score: 9,
    })
  if (items.length >= 2 && items.length <= 6) {
    cards.push({
      kind: 'list_recall',
      slot: 'items',
      front: `Name ${numberWord(items.length)} ways to deal with ${asked.topic}.`,
      back: items.join('\n'),
      score: 10,
    })
  }
  return cards
}

/** What one does, whatever tense the note used. */
function solutionText(text: string): string {
  const bare = trimEnd(text)
  if (/^(?:by|through|with|using|via)\s/i.test(bare)) return bare
  return toGerund(bare) ?? bare
}

/** "What can you do when …?" is answered by the deed itself. */
function doing(statement: string, told: string): string {
  return toBase(trimEnd(statement)) ?? told
}

/** "By adding logging" answers "How can …?"; other answers stay as they are. */
function byDoing(told: string): string {
  const first = firstWord(told.replace(/^\p{L}+ly\s+/iu, ''))
  return gerundBase(first) === undefined ? told : `By ${told.charAt(0).toLowerCase()}${told.slice(1)}`
}

function shortItem(item: string): string {
  const bare = capitalise(withoutAsides(item))
  if (wordCount(bare) <= 12) return bare
  const cut =
    (splitTopLevel(bare)[0] ?? bare).split(
      /\s+(?:for|to|so that|because|in order|such as|like|including)\s+/,
    )[0] ?? bare
  return trimEnd(cut)
}

function listParts(told: string): string[] | undefined {
  const bare = withoutAsides(told.replace(/^(?:by|through|with|using|via)\s+/i, ''))
  const parts = splitEnumeration(bare)
  if (parts === undefined || parts.length < 3 || parts.length > 6) return undefined
  const lead = /^(?:\p{L}+ly\s+)?\p{L}+(?:ing|ed)\b/iu
  const verbs = parts.filter(
    (part) => gerundBase(firstWord(part.replace(/^\p{L}+ly\s+/iu, ''))) !== undefined,
  ).length
  if (verbs !== parts.length && (verbs > 1 || (lead.test(parts[0] ?? '') && verbs !== 0)))
    return verbs === 1 ? undefined : undefined
  return parts.every((part) => wordCount(part) <= 12 && wordCount(part) >= 1) ? parts : undefined
}

/** The question about a problem: its short name when there is one, else its description made a condition. */
function askProblem(fact: Fact): { question: string; topic: string; by: boolean } {
  const described = trimEnd(fact.cue)
  const title = trimEnd(fact.term)
  const usable = described !== '' && wordCount(described) <= 20
  if (usable) {
    const base = fromGerund(described)
    if (base !== undefined && shapeOf(described) === 'gerund' && !isPresentClause(described))
      return { question: `How can you ${base}?`, topic: inner(described), by: true }
    if (saysSentence(described)) {
      const now = conditionOf(described)
      if (now !== undefined)
        return {
          question: `What can you do when ${now}?`,
          topic: title === described ? `the case that ${now}` : inner(title),
          by: false,
        }
    } else if (title === described || title === '')
      return { question: `How can ${inner(described)} be handled?`, topic: inner(described), by: true }
  }
  const compound = title.split(' ').length === 2 && /^\p{Lu}\S*\s\p{Lu}/u.test(title)
  const base =
    shapeOf(title) === 'gerund' && !compound && !isPresentClause(title) ? fromGerund(title) : undefined
  if (base !== undefined) return { question: `How can you ${base}?`, topic: inner(title), by: true }
  if (saysSentence(title)) {
    const now = conditionOf(title)
    return {
      question: `What can you do when ${now ?? inner(title)}?`,
      topic: `the case that ${now ?? inner(title)}`,
      by: false,
    }
  }
  const said = spokenTitle(title, fact)
  const trouble =
    /issue|problem|bottleneck|error|conflict|fail|complex|inconsisten|slow|lack|debt|barrier|vulnerab|difficult|delay|leak|stampede|n\+1|limit|abuse|crash|duplicat|missing|broken|poor|large|heavy|attack|injection|bug|race|deadlock/i.test(
      title,
    )
  return trouble
    ? { question: `How can ${said} be handled?`, topic: said, by: true }
    : { question: `What helps with ${said}?`, topic: said, by: false }
}

/** The title as the note's own voice writes it inside a sentence, without an article. */
function spokenTitle(title: string, fact: Fact): string {
  const said = fact.spoken.replace(/^(?:an?|the) (?=\p{Ll})/u, '')
  return title === fact.term && said !== title && title.toLowerCase() === said.toLowerCase()
    ? said
    : inner(title)
}

const saysSentence = (text: string): boolean => isClause(text) || isPresentClause(text)

/** The sentence behind "when": one in the present stays as it is. */
function conditionOf(text: string): string | undefined {
  return isPresentClause(text) ? inner(text) : presentTense(inner(text))
}

/** "Docker builds were failing" as a condition that still holds: "Docker builds are failing". */
export function presentTense(clause: string): string | undefined {
  if (/\b(?:had|did|been)\b/i.test(clause)) return undefined
  const parts = clause.split(' ')
  let changed = false
  const out = parts.map((word, i) => {
    const bare = word.toLowerCase()
    const before = (parts[i - 1] ?? '').toLowerCase()
    if (bare === 'was') return 'is'
    if (bare === 'were') return 'are'
    if (bare === "couldn't") return "can't"
    if (bare === 'could') return 'can'
    if (bare === "wasn't") return "isn't"
    if (bare === "weren't") return "aren't"
    if (bare === "didn't") return "don't"
    const past = pastBase(bare)
    const plural = before.endsWith('s') && !/(?:ss|us|is)$/.test(before)
    const verbSlot =
      i > 0 &&
      !changed &&
      past !== undefined &&
      past !== bare &&
      !/^(?:is|are|was|were|be|been|being|a|an|the|of|in|by|to|and|or|with|for|not)$/.test(before) &&
      !/^(?:by|in|on|from|and|as|for|with|to|at|of|into)$/i.test(parts[i + 1] ?? '')
    if (
      !verbSlot ||
      past === undefined ||
      parts.slice(0, i).some((earlier) => /^(?:was|were|is|are|could|can)$/i.test(earlier))
    )
      return word
    changed = true
    return plural ? past : toThirdPerson(past)
  })
  return out.join(' ')
}
