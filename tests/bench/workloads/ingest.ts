import type { BenchOptions, WorkloadReport } from '../measure.ts'
export async function measureIngest(_: BenchOptions): Promise<WorkloadReport> { return { findings: [], notes: [] } }
