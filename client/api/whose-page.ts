const learnerKey = 'recollect.learner'

/** Whose page this is on a server with accounts; empty where nobody signed in. */
export const learner: string = read()

/** The name of something that this browser keeps for this learner alone. */
export const ofLearner = (name: string): string => name + (learner && `.${learner}`)

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
