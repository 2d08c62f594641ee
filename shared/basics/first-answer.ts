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
