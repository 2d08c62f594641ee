import type { KeptCard } from '../db/kept-cards.ts'

type Cell = string | number | null

/** The columns of cards.csv, and what stands in each. */
const columns: Readonly<Record<string, (card: KeptCard) => Cell>> = {
  id: ({ id }) => id,
  question: ({ ownFront, front }) => ownFront ?? front,
  answer: ({ ownBack, back }) => ownBack ?? back,
  kind: ({ kind }) => kind,
  concept: ({ concept }) => concept,
  note: ({ sources }) => sources[0]?.file ?? null,
  status: ({ status }) => status,
  flag: ({ flag }) => flag,
  alsoRight: ({ accepted, alsoRight }) => [...accepted, ...alsoRight].join('; '),
  asked: ({ schedule }) => yesOrNo(schedule.isAsked),
  suspended: ({ schedule }) => yesOrNo(schedule.isSuspended),
  dueOn: ({ schedule }) => schedule.dueOn,
  scheduler: ({ schedule }) => schedule.scheduler,
  intervalDays: ({ schedule }) => schedule.intervalDays,
  repetitions: ({ schedule }) => schedule.repetitions,
  easeFactor: ({ schedule }) => schedule.easeFactor,
  stability: ({ schedule }) => schedule.stability,
  difficulty: ({ schedule }) => schedule.difficulty,
  lapses: ({ schedule }) => schedule.lapses,
  answers: ({ schedule }) => schedule.answers,
  firstAnsweredOn: ({ schedule }) => schedule.firstAnsweredOn,
  lastAnsweredOn: ({ schedule }) => schedule.lastAnsweredOn,
  madeAt: ({ createdAt }) => new Date(createdAt).toISOString(),
}

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no')

/** The first line; before it the mark by which spreadsheets know UTF-8. */
export const csvHead = `\uFEFF${Object.keys(columns).join(',')}\r\n`

/** A card as a line of RFC 4180. */
export function toCsvLine(card: KeptCard): string {
  return `${Object.values(columns)
    .map((read) => quoted(read(card)))
    .join(',')}\r\n`
}

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
