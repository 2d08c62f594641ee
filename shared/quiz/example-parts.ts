import { isExampleArgument, ordersAtFront } from '../card/example-arguments.ts'

/**
 * The names, paths, hashes, tables, ports and quoted texts of code that its question does not give: anyone may have others
 * there. Empty where the code is a name by itself, or where nothing else would be left.
 */
export function exampleParts(code: string, question: string): readonly string[] {
  const parts = partsOf(code)
  const orders = ordersAtFront(parts)
  const examples = parts.filter(
    (part, i) =>
      i >= orders && /[\p{L}\p{N}]/u.test(part) && parts[i + 1] !== '=' && isExampleArgument(part, question),
  )
  return parts.every((part) => examples.includes(part) || !/[\p{L}\p{N}]/u.test(part)) ? [] : examples
}

/** Whether two pieces of code are the same but for example parts, each of which may be another one or left out. */
export function differsInExamples(answer: string, given: string, examples: readonly string[]): boolean {
  if (examples.length === 0) return false
  const free = new Set(examples)
  return fits(partsOf(answer), partsOf(given), free)
}

function fits(wanted: readonly string[], given: readonly string[], free: ReadonlySet<string>): boolean {
  // reached[j]: the parts wanted so far can stand for the first j parts that were given.
  let reached = Array.from({ length: given.length + 1 }, (_, j) => j === 0)
  for (const part of wanted) {
    const isFree = free.has(part)
    reached = reached.map((canSkip, j) => {
      const before = reached[j - 1] === true
      const there = given[j - 1] ?? ''
      return (isFree && canSkip) || (before && (isFree ? /[\p{L}\p{N}]/u.test(there) : there === part))
    })
  }
  return reached.at(-1) === true
}

/** Words of code with the dots, slashes, dashes and colons inside, quoted texts, and every other sign by itself. */
function partsOf(code: string): string[] {
  const bare = code.replace(/`/g, '').trim().replace(/;$/, '')
  return bare.match(/"[^"]*"|'[^']*'|[\p{L}\p{N}_.:/@~\\<>{}$#%-]+|[^\s]/gu) ?? []
}
