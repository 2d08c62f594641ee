/** A case answers for what it knows; undefined leaves it to the next case. */
export type Case<Asked, Answer> = (asked: Asked) => Answer | undefined

/** The answer of the first case that has one; their order is part of the rule. */
export function firstAnswer<Asked, Answer>(
  cases: readonly Case<Asked, Answer>[],
  asked: Asked,
): Answer | undefined {
  for (const answers of cases) {
    const answer = answers(asked)
    if (answer !== undefined) return answer
  }
  return undefined
}

/** What the first rule gives that gives anything; empty when none does. */
export function firstFilled<Asked, Item>(
  rules: readonly ((asked: Asked) => readonly Item[])[],
  asked: Asked,
): readonly Item[] {
  for (const rule of rules) {
    const found = rule(asked)
    if (found.length > 0) return found
  }
  return []
}

/** True when one of the conditions holds; the cheap ones stand first. */
export function holdsAny<Asked>(conditions: readonly ((asked: Asked) => boolean)[], asked: Asked): boolean {
  for (const holds of conditions) if (holds(asked)) return true
  return false
}
