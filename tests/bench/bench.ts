import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { join, resolve } from 'node:path'
import { type BenchOptions, type WorkloadReport, isMet } from './measure.ts'
import { printReport } from './report.ts'
import { root, workFolder } from './work-folder.ts'
import { measureAnswers } from './workloads/answer.ts'
import { measureBundle } from './workloads/bundle.ts'
import { measureIngest } from './workloads/ingest.ts'
import { measureQueue } from './workloads/queue.ts'
import { measureSchedule } from './workloads/schedule.ts'
import { measureStart } from './workloads/start.ts'
import { measureStats } from './workloads/stats.ts'

interface Workload {
  readonly title: string
  readonly measure: (options: BenchOptions) => Promise<WorkloadReport>
}

const workloads: Readonly<Record<string, Workload>> = {
  schedule: { title: 'W1 schedule: SM-2 steps', measure: measureSchedule },
  queue: { title: 'W2 queue: open, counts and first card in a fresh process', measure: measureQueue },
  answer: { title: 'W3 answer: durable answers', measure: measureAnswers },
  ingest: { title: 'W4 ingest: notes to cards', measure: measureIngest },
  start: { title: 'W5 start: process start to the first card over HTTP', measure: measureStart },
  bundle: { title: 'W6 bundle: what the review page loads, gzipped', measure: measureBundle },
  stats: { title: 'W7 stats: the whole history', measure: measureStats },
}

/**
 * `npm run bench -- [workload …] [--quick] [--notes PATH] [--dist PATH] [--json FILE]`. Each figure stands beside the
 * floor or peer of the same run, because only their ratio means the same on another machine. It never fails on a figure.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      notes: { type: 'string' },
      dist: { type: 'string' },
      json: { type: 'string' },
    },
  })
  const unknown = positionals.filter((name) => workloads[name] === undefined)
  if (unknown.length > 0) {
    console.error(
      `There is no workload “${unknown.join('”, “')}”. Known: ${Object.keys(workloads).join(', ')}.`,
    )
    process.exitCode = 1
    return
  }
  mkdirSync(workFolder, { recursive: true })
  const options: BenchOptions = {
    quick: values.quick,
    notes: values.notes === undefined ? null : fromCaller(values.notes),
    dist: values.dist === undefined ? join(root, 'dist') : fromCaller(values.dist),
  }
  const reports = await measureAll(positionals.length > 0 ? positionals : Object.keys(workloads), options)
  if (values.json !== undefined)
    writeFileSync(fromCaller(values.json), JSON.stringify(toJson(reports, options), null, 2) + '\n')
}

async function measureAll(
  names: readonly string[],
  options: BenchOptions,
): Promise<Map<string, WorkloadReport>> {
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}; medians (lowest–highest)`,
  )
  const reports = new Map<string, WorkloadReport>()
  for (const name of names) {
    const workload = workloads[name]
    if (workload === undefined) continue
    const report = await workload.measure(options)
    printReport(workload.title, report)
    reports.set(name, report)
  }
  return reports
}

function toJson(reports: ReadonlyMap<string, WorkloadReport>, { quick }: BenchOptions) {
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

/** A path on the command line is meant from where the person stands, not from where npm runs us. */
function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}

await main()
