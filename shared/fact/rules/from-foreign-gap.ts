import type { ClozePiece, Draft } from '../fact.ts'
import { grammars } from '../../language/grammar.ts'
import { type Tongue, isFramed } from '../../language/language.ts'
import { smallWords } from '../../language/small-words.ts'
import { lengthInWords, sharesWord, wordsOf } from '../../language/words-of.ts'

/** The gap that a sentence in another language leaves: its one number, or the one run that its author stressed. */
export function foreignGap(sentence: string, strong: readonly string[], tongue: Tongue): Draft[] {
  const text = sentence.trim()
  const long = lengthInWords(text)
  if (!/[.。．]$/.test(text) || long < 8 || long > 30 || text.length > 260 || !standsAlone(text, tongue))
    return []
  const open = text.replace(/[。．]$/, '')
  return numberGap(open) ?? stressGap(open, strong, tongue) ?? []
}

/** A sentence that begins with a name or a noun, and is no question, formula or list. */
function standsAlone(text: string, tongue: Tongue): boolean {
  if (/[?？:："`|=<>\\$→]|https?:/.test(text) || !/^\p{Lu}|^\p{Lo}/u.test(text)) return false
  if (!isFramed(tongue)) return true
  const words = wordsOf(text)
  const { leaning, pointing } = grammars[tongue]
  return words[0] !== undefined && !leaning.has(words[0]) && !words.some((word) => pointing.has(word))
}

const figure =
  /(?<![\p{L}\p{N}.,/:_#+-])\p{N}[\p{N},. ]*(?:\s?(?:%|°C|[kMGT]?(?:bps|B|Hz|W)|[µmck]?m|[mk]?g|m?l|m?s)(?![\p{L}\p{N}]))?/gu

function numberGap(text: string): Draft[] | undefined {
  if (!/\d/.test(text)) return undefined
  const found = [...text.matchAll(figure)]
  const [only] = found
  if (only === undefined || found.length > 1 || /\d/.test(text.replace(only[0], ''))) return []
  const number = only[0].replace(/[\s.,]+$/, '')
  const after = text.slice(only.index + number.length)
  // A small count is guessed, a day or a year belongs to its event, "G.711" is a name.
  if (/^(?:[012]?\d|3[01]|1[5-9]\d\d|20\d\d)$/.test(number) || /^[\p{L}\d]/u.test(after) || only.index === 0)
    return []
  return [gap(text, only.index, number, 'number')]
}

function stressGap(text: string, strong: readonly string[], tongue: Tongue): Draft[] | undefined {
  const runs = strong.map((run) => run.replace(/[\s.,;:]+$/, '')).filter((run) => text.includes(run))
  const [run] = runs
  if (run === undefined || runs.length > 1) return undefined
  const at = text.indexOf(run)
  if (at === 0 || text.indexOf(run, at + 1) >= 0 || lengthInWords(run) > 4 || !tells(run, tongue)) return []
  const rest = `${text.slice(0, at)} ${text.slice(at + run.length)}`
  return lengthInWords(rest) < 6 || sharesWord(rest, run) ? [] : [gap(text, at, run, 'term')]
}

/** True for a run with a word of weight: "**not**" stresses and names nothing. */
function tells(run: string, tongue: Tongue): boolean {
  const words = wordsOf(run)
  const heavy = isFramed(tongue) ? words.filter((word) => !smallWords[tongue].has(word)) : words
  return heavy.some((word) => word.length > 3 || /\p{Script=Han}{2}/u.test(word)) || /\p{Lu}{2}/u.test(run)
}

const gap = (text: string, at: number, hidden: string, by: 'number' | 'term'): Draft => {
  const pieces: ClozePiece[] = [
    { kind: 'text', text: text.slice(0, at) },
    { kind: 'gap', text: hidden },
    { kind: 'text', text: text.slice(at + hidden.length) },
  ]
  return { kind: 'cloze', by, term: hidden, sentence: pieces, hidden: [hidden] }
}
