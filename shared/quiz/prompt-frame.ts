import { words } from '../basics/text.ts'
import { withoutPlace } from '../card/lint-rule.ts'

/** What a question asks for, without its subject: "what do … for", "why", "how". Options answer one frame. */
export function promptFrame(asked: string): string {
  if (asked.includes('___')) return 'gap'
  // How something is done differs from tool to tool; what a thing is does not depend on where it is asked.
  const bare = withoutPlace(asked)
  const front = /^what\b/i.test(bare) ? bare : asked
  if (/^(?:why\b|what (?:is|are) the (?:purpose|reason|goal|aim)s? )/i.test(front)) return 'why'
  if (/^what (?:is|are) (?:a )?(?:good|best) practices? /i.test(front)) return 'how'
  if (/^what can .+ be used for\?$/i.test(front)) return 'what be for'
  // What follows names the list, not what is asked for.
  if (/^which is one of the /i.test(front)) return 'which'
  if (/ mean in practice\?$/i.test(front)) return 'how'
  // A respect of the term, such as a table's column: "What is the best use of …", "In terms of size, what …".
  const respect = /^what (?:is|are) (?:(?:the|an?) )?((?:[\p{L}'’]+ ){0,2}[\p{L}'’]+) (?:of|for) /iu
    .exec(front)?.[1]
    ?.toLowerCase()
  if (respect !== undefined && !respect.endsWith('used')) return `what be ${respect}`
  const all = words(front)
  const at = all.findIndex((word) => /^(?:what|which|why|how|when|where|who|whose)$/.test(word))
  if (at < 0) return all[0] ?? ''
  const last = all.at(-1) ?? ''
  const ending = /^(?:do|mean|for|with|by|of|called|from|to|in|used)$/.test(last) ? last : ''
  return [...all.slice(0, at), opening(all[at] ?? '', all[at + 1] ?? ''), ending].join(' ').trim()
}

function opening(question: string, next: string): string {
  if (question !== 'what') return question === 'how' && next !== 'many' && next !== 'much' ? 'how' : question
  if (/^(?:is|are|was|were)$/.test(next)) return 'what be'
  if (/^(?:do|does|did)$/.test(next)) return 'what do'
  // "What can you do when …" and "How can … be handled" ask the same.
  return /^(?:can|should|could)$/.test(next) ? 'how' : `what ${next}`
}
