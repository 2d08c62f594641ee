import { slipSentence } from '../mastery/level-words.ts'
import {
  aheadSentence,
  begunSentence,
  doneSentence,
  emptyWeekSentence,
  forgottenSentence,
  forgottenWords,
  learntSentences,
  moveSentence,
  triesSentence,
  weekName,
} from './week-words.ts'
import type { MovedConcept, WeekReport, WeekSuggestion } from './week-report.ts'

/** A week as a Markdown note, in the words of its page. */
export function weekMarkdown(report: WeekReport, suggestions: readonly WeekSuggestion[]): string {
  const empty = emptyWeekSentence(report)
  const blocks =
    empty === null
      ? [doneSentence(report), triesSentence(report), ...learnt(report), ...slipped(report)]
      : [empty]
  const todo = toDo(report, suggestions)
  return `${[`# Week of ${weekName(report)}`, ...blocks, ...todo].join('\n\n')}\n`
}

function learnt(report: WeekReport): string[] {
  const begun = begunSentence(report)
  const lines = [
    ...learntSentences(report).map(item),
    ...report.rises.map(moved(report)),
    ...(begun === null ? [] : [item(plain(begun))]),
  ]
  return ['## What you learnt', lines.length === 0 ? nothingLearnt : lines.join('\n')]
}

function slipped(report: WeekReport): string[] {
  const { falls, slipping, forgotten } = report
  const sentence = forgottenSentence(report)
  const lines = [
    ...falls.map(moved(report)),
    ...slipping.map((concept) => item(`**${plain(concept.term)}**: ${slipSentence(concept, report.today)}`)),
    ...(sentence === null ? [] : [item(sentence)]),
    ...forgotten.map((card) => `  - ${plain(card.front)} (${forgottenWords(card)})`),
  ]
  return ['## What slipped', lines.length === 0 ? nothingSlipped : lines.join('\n')]
}

function toDo(report: WeekReport, suggestions: readonly WeekSuggestion[]): string[] {
  const ahead = aheadSentence(report)
  const lines = [
    ...suggestions.map(
      ({ name, reason, minutes }) => `- [ ] **${plain(name)}** (${minutes} min). ${plain(reason)}`,
    ),
    ...(ahead === null ? [] : [item(ahead)]),
  ]
  return lines.length === 0 ? [] : ['## What to do', lines.join('\n')]
}

/** What stands where a week has nothing under a heading. */
export const nothingLearnt = 'No level rose, and no card was recalled on a later day for the first time.'
export const nothingSlipped = 'No level fell, and nothing was forgotten.'

const item = (text: string): string => `- ${text}`

const moved =
  ({ today }: WeekReport) =>
  (move: MovedConcept) =>
    item(`**${plain(move.term)}**: ${moveSentence(move, today)}`)

/** Words of a note as they are, whatever they would mean in Markdown, and on one line. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#|~$]/g, '\\$&')
}
