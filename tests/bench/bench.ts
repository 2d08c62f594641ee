import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { join, resolve } from 'node:path'
import { type WorkloadReport, isMet } from './measure.ts'
import { printReport } from './report.ts'
import { Unreadable } from './unreadable.ts'
import { root, workFolder } from './work-folder.ts'
import { measureAnswers } from './workloads/answer.ts'
import { measureBundle } from './workloads/bundle.ts'
import { measureDrafts } from './workloads/drafts.ts'
import { measureIngest } from './workloads/ingest.ts'
import { measureMastery } from './workloads/mastery.ts'
import { type MemoryOptions, measureMemory } from './workloads/memory.ts'
import { measureQueue } from './workloads/queue.ts'
import { type QuizOptions, measureQuiz } from './workloads/quiz.ts'
import { measureReviewLatency } from './workloads/review-latency.ts'
import { measureSchedule } from './workloads/schedule.ts'
import { measureSearch } from './workloads/search.ts'
import { measureStart } from './workloads/start.ts'
import { measureStats } from './workloads/stats.ts'
import { type WorthOptions, measureWorth } from './workloads/worth.ts'

type Options = MemoryOptions & WorthOptions & QuizOptions

interface Workload {
  readonly title: string
  readonly measure: (options: Options) => Promise<WorkloadReport>
}

const workloads: Readonly<Record<string, Workload>> = {
  schedule: { title: 'W1 schedule: SM-2 steps', measure: measureSchedule },
  queue: { title: 'W2 queue: open, counts and first card in a fresh process', measure: measureQueue },
  answer: { title: 'W3 answer: durable answers', measure: measureAnswers },
  ingest: { title: 'W4 ingest: notes to cards', measure: measureIngest },
  start: { title: 'W5 start: process start to the first card over HTTP', measure: measureStart },
  bundle: { title: 'W6 bundle: what the review page loads, gzipped', measure: measureBundle },
  'review-latency': {
    title: 'W9 review: what a person waits for, in Chromium',
    measure: measureReviewLatency,
  },
  search: { title: 'W10 search: the browser of cards', measure: measureSearch },
  stats: { title: 'W7 stats: the whole history', measure: measureStats },
  memory: {
    title: 'W8 memory: what each predictor predicts, fitting and simulating',
    measure: measureMemory,
  },
  drafts: { title: 'W12 drafts: the gate beside 10 000 cards', measure: measureDrafts },
  mastery: {
    title: 'W12 mastery: what is kept of concepts, and what levels are worth',
    measure: measureMastery,
  },
}

/** Measured only when named: they need judged cards or notes that are not ours to ship. */
const byName: Readonly<Record<string, Workload>> = {
  worth: { title: 'W11 worth: which cards their owners keep', measure: measureWorth },
  quiz: { title: 'W12 quiz: how sound its multiple choice is', measure: measureQuiz },
}

const allWorkloads = { ...workloads, ...byName }

/**
 * `npm run bench -- [workload …] [--quick] [--notes PATH] [--dist PATH] [--json FILE]`, and for one's own memory
 * `npm run bench -- memory [LOG.csv | --data DIR]`; what cards are worth by `npm run bench -- worth [LABELS.jsonl …] [--fit]`; how sound a quiz is
 * by `npm run bench -- quiz [FOLDER …] [--sheet FILE.md]`. Each figure stands beside the floor or peer of the same run, because
 * only their ratio means the same on another machine. It never fails on a figure.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      notes: { type: 'string' },
      dist: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'string' },
      fit: { type: 'boolean', default: false },
      sheet: { type: 'string' },
    },
  })
  const named = positionals.filter((name) => Object.hasOwn(allWorkloads, name))
  const others = positionals.filter((name) => !named.includes(name))
  // Only the memory workload takes a file, and one is enough.
  const log = named.includes('memory') ? others.find(isPath) : undefined
  const labels = named.includes('worth') ? others.filter((name) => name.endsWith('.jsonl')) : []
  const folders = named.includes('quiz') ? others.filter(isPath) : []
  const unknown = others.filter((name) => name !== log && !labels.includes(name) && !folders.includes(name))
  if (unknown.length > 0) {
    console.error(
      `There is no workload “${unknown.join('”, “')}”. Known: ${Object.keys(allWorkloads).join(', ')}.`,
    )
    process.exitCode = 1
    return
  }
  mkdirSync(workFolder, { recursive: true })
  const options: Options = {
    quick: values.quick,
    notes: values.notes === undefined ? null : fromCaller(values.notes),
    dist: values.dist === undefined ? join(root, 'dist') : fromCaller(values.dist),
    log: log === undefined ? null : fromCaller(log),
    data: values.data === undefined ? null : fromCaller(values.data),
    labels: labels.map(fromCaller),
    fit: values.fit,
    folders: folders.map(fromCaller),
    sheet: values.sheet === undefined ? null : fromCaller(values.sheet),
  }
  const reports = await measureAll(named.length > 0 ? named : Object.keys(workloads), options)
  if (values.json !== undefined)
    writeFileSync(fromCaller(values.json), JSON.stringify(toJson(reports, options), null, 2) + '\n')
}

async function measureAll(names: readonly string[], options: Options): Promise<Map<string, WorkloadReport>> {
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}; medians (lowest–highest)`,
  )
  const reports = new Map<string, WorkloadReport>()
  for (const name of names) {
    const workload = allWorkloads[name]
    if (workload === undefined) continue
    const report = await workload.measure(options)
    printReport(workload.title, report)
    reports.set(name, report)
  }
  return reports
}

function toJson(reports: ReadonlyMap<string, WorkloadReport>, { quick }: Options) {
  return {
    measuredAt: new Date().toISOString(),
    node: process.versions.node,
    processor: cpus()[0]?.model.trim() ?? null,
    quick,
    workloads: [...reports].map(([name, { findings, notes }]) => ({
      name,
      findings: findings.map((finding) => ({ ...finding, met: isMet(finding) })),
      notes,
    })),
  }
}

/** A name with a folder or an ending in it is meant as a file, whether it is there or not. */
function isPath(name: string): boolean {
  return /[/\\.]/.test(name) || existsSync(fromCaller(name))
}

/** A path on the command line is meant from where the person stands, not from where npm runs us. */
function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof Unreadable)) throw error
  console.error(error.message)
  process.exitCode = 1
}
