import { basePath } from './base-path.ts'

// Another Recollect may lie under another path of the same host, and a browser keeps things by the host.
const learnerKey = `recollect.learner${basePath}`

/** Whose page this is on a server with accounts; empty where nobody signed in. */
export const learner: string = read()

/** The name of something that this browser keeps for this learner of this server alone. */
export const ofLearner = (name: string): string => name + basePath + (learner && `.${learner}`)

/** From its next start on the page is this learner's; null for nobody's. */
export function rememberLearner(id: string | null): void {
  try {
    if (id === null) localStorage.removeItem(learnerKey)
    else localStorage.setItem(learnerKey, id)
  } catch {
    // Storage is forbidden: the page then asks for a sign-in with each visit.
  }
}

function read(): string {
  try {
    return localStorage.getItem(learnerKey) ?? ''
  } catch {
    return ''
  }
}
