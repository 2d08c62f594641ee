import { wordCount } from '../basics/text.ts'
import { splitEnumeration, splitTopLevel } from '../english/enumeration.ts'
import { splitSentences } from '../english/sentences.ts'

const mostIdeas = 6
/** A piece of fewer words is no idea of its own. */
const fewestWords = 2
/** Where a noun phrase goes on to tell more: each part is an idea. */
const joints =
  /(?<!\b(?:so|such|than|to|by|in|for|with|from|of|on|at|under|through|after))\s(?=(?:that|which|who|whose|where)\s)|\s(?=(?:so that|because|while|until|unless|in order to|instead of|rather than|(?:to|by|in|for|with|from|of|on|at|under|through|after) which)\s)/i

/** A text cut into what can be had or missed by itself; one idea where it cannot be cut. Code and formulas stay whole. */
export function ideasOf(answer: string): readonly string[] {
  const blocks = answer
    .split(/(```[^]*?```|\$\$[^]*?\$\$)|\n+/)
    .filter((block) => block !== undefined && block.trim() !== '')
    .map((block) => block.replace(/^\s*(?:[-*+]|\d{1,2}[.)])\s+/, '').trim())
  const sentences = blocks.flatMap((block) => (isWhole(block) ? [block] : sentencesOf(block)))
  const ideas = sentences.length > 1 ? sentences : sentences.flatMap(partsOf)
  return capped(ideas.map((idea) => idea.trim().replace(/[,;]$/, '')).filter((idea) => idea !== ''))
}

const isWhole = (block: string): boolean => block.startsWith('```') || block.startsWith('$$')

function sentencesOf(block: string): readonly string[] {
  const sentences = splitSentences(block)
  return sentences.length === 0 ? [block] : sentences
}

function partsOf(sentence: string): readonly string[] {
  if (isWhole(sentence)) return [sentence]
  const clauses = sentence.split(/;\s+/)
  if (clauses.length > 1) return clauses
  const listed = splitTopLevel(sentence).length >= 3 ? splitEnumeration(sentence) : undefined
  if (listed !== undefined && listed.length >= 3 && listed.every((item) => wordCount(item) <= 8))
    return listed
  const parts = sentence.split(joints)
  return parts.every((part) => wordCount(part) >= fewestWords) ? parts : joinShort(parts)
}

/** "Tool" by itself says too little: it goes with what it does. */
function joinShort(parts: readonly string[]): string[] {
  const out: string[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (last !== undefined && (wordCount(last) < fewestWords || wordCount(part) < fewestWords))
      out[out.length - 1] = `${last} ${part}`
    else out.push(part)
  }
  return out
}

/** More than can be ticked at a glance: the last one holds the rest. */
function capped(ideas: readonly string[]): readonly string[] {
  if (ideas.length <= mostIdeas) return ideas
  return [...ideas.slice(0, mostIdeas - 1), ideas.slice(mostIdeas - 1).join(' ')]
}
