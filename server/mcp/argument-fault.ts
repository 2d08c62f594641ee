import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { whyUnstorable } from '../storable-text.ts'

/** A check of arguments by their schema: the sentence that says what is wrong with them, or null. */
export function argumentCheck(schema: TSchema): (given: unknown) => string | null {
  let validator: ReturnType<typeof Compile> | null = null
  return (given) => {
    const unstorable = whyUnstorable(given)
    if (unstorable !== null) return unstorable.message
    validator ??= Compile(schema)
    if (validator.Check(given)) return null
    const faults = validator.Errors(given) as readonly Fault[]
    // Every branch of a choice complains, and the choice once more: what is said of one place is said once.
    const places = new Map<string, Fault>()
    for (const fault of faults) {
      const { keyword, instancePath } = fault
      const isSummary =
        keyword === 'anyOf' ||
        keyword === 'additionalProperties' ||
        (keyword === 'type' && [...places.keys()].some((told) => told.startsWith(`${instancePath}/`)))
      if (!isSummary && !places.has(instancePath)) places.set(instancePath, fault)
    }
    const sentences = [...places.values()].slice(0, mostTold).map((fault) => sentenceOf(fault, faults))
    return sentences.length === 0 ? 'The arguments are not as documented.' : sentences.join(' ')
  }
}

/** More at once would bury the first. */
const mostTold = 3

interface Fault {
  readonly keyword: string
  readonly instancePath: string
  readonly params: object
  readonly message: string
}

function sentenceOf(fault: Fault, faults: readonly Fault[]): string {
  const { keyword, instancePath, params, message } = fault
  const place = placeOf(instancePath)
  const isAt = (other: Fault): boolean => other.instancePath === instancePath
  if (keyword === 'required' && 'requiredProperties' in params)
    return `${place} must have ${quoted(params.requiredProperties)}.`
  if (keyword === 'boolean')
    return `There is no argument “${nameOf(instancePath)}”. Leave it out, and look at the names in the schema.`
  if (keyword === 'const') {
    const allowed = faults.filter(isAt).flatMap(({ params: own }) => allowedIn(own))
    return `${place} must be one of ${quoted(allowed)}.`
  }
  if (keyword === 'type') {
    const types = new Set(
      faults.filter(isAt).flatMap(({ params: own }) => ('type' in own ? [String(own.type)] : [])),
    )
    return `${place} must be ${[...types].map(withArticle).join(' or ')}.`
  }
  if (keyword === 'pattern') return `${place} is no id as the other tools give it.`
  return `${place} ${message}.`
}

const allowedIn = (params: object): string[] =>
  'allowedValue' in params && typeof params.allowedValue === 'string' ? [params.allowedValue] : []

const quoted = (names: unknown): string =>
  (Array.isArray(names) ? names : []).map((name) => `“${String(name)}”`).join(', ')

const withArticle = (type: string): string =>
  type === 'null' ? type : `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`

/** "cards[2].quote", as it stands in what was sent. */
const placeOf = (path: string): string =>
  path === ''
    ? 'The arguments'
    : `“${path
        .slice(1)
        .replaceAll(/\/(\d+)/g, '[$1]')
        .replaceAll('/', '.')}”`

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).slice(0, 60)
