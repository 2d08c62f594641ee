import type { BenchOptions, WorkloadReport } from '../measure.ts'
export async function measureStats(_: BenchOptions): Promise<WorkloadReport> { return { findings: [], notes: [] } }
