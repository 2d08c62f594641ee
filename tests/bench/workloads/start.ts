import type { BenchOptions, WorkloadReport } from '../measure.ts'
export async function measureStart(_: BenchOptions): Promise<WorkloadReport> { return { findings: [], notes: [] } }
