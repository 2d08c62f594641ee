import type { BenchOptions, WorkloadReport } from '../measure.ts'
export async function measureBundle(_: BenchOptions): Promise<WorkloadReport> { return { findings: [], notes: [] } }
