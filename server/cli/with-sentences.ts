import { readableFault } from '../db/sqlite/readable-fault.ts'
import { StartFailure } from '../db/start-failure.ts'

/** Runs a command. What its owner can mend is one sentence, and exit code 2. */
export async function withSentences(work: () => Promise<number> | number): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const known = readableFault(error, 'The database')
    if (!(known instanceof StartFailure)) throw error
    return refuse(known.message)
  }
}

export function refuse(sentence: string): number {
  console.error(sentence)
  return 2
}
