import { contentStems, wordSet } from '../../basics/text.ts'
import { codeAnswer, readSession, sameHead } from '../read/read-session.ts'
import { splitSentences } from '../../english/sentences.ts'
import { baseVerb } from '../../english/verbs.ts'
import type { TitledCode } from '../read/statement.ts'

export interface ChosenCode {
  readonly code: TitledCode
  readonly answer: string
}

interface Candidate extends ChosenCode {
  readonly command: string
  /** How many words of the title the command has. */
  readonly shared: number
  readonly score: number
}

/**
 * Below one title stand the trouble, the way and its result. The command that shares words with the title, or that the
 * sentence before it offers as the way, answers the title; where two could, none does.
 */
export function chooseCode(title: string, codes: readonly TitledCode[]): ChosenCode | undefined {
  const wanted = [...new Set(contentStems(title))]
  const sessions = codes.map((code) => ({ code, commands: readSession(code.code) }))
  const shown = sessions.filter(({ commands }) => commands.length > 0)
  const candidates = shown.flatMap(({ code, commands }) => toCandidates(code, commands, wanted))
  const [best, ...others] = candidates.toSorted((a, b) => b.score - a.score)
  if (best === undefined) return undefined
  // A single command that only shows something is the answer when nothing else stands below the title.
  if (shown.length === 1 && candidates.length === 1)
    return best.score >= 0 || shows.test(best.command) ? best : undefined
  const first = candidates[0]
  const oneCommand =
    candidates.length === 2 && candidates.every(({ command }) => sameHead(command, best.command))
  if (
    oneCommand &&
    shown.length === candidates.length &&
    first !== undefined &&
    first.score >= 0 &&
    best.score <= first.score + 2
  )
    return first
  // The plain form of a command stands before its variations.
  const plain = candidates.find(
    ({ command, score }) => score >= best.score - 1 && sameHead(command, best.command),
  )
  const variations = candidates.filter(
    ({ command, shared }) => sameHead(command, best.command) && shared >= best.shared,
  )
  if (variations.length > 2) return undefined
  const rival = others.find(({ command }) => !sameHead(command, best.command))?.score ?? 0
  // Where another block is too long to show, the way may be that one.
  const needed = new Set(candidates.map(({ code }) => code)).size < shown.length ? 3 : 2
  return best.score >= needed && best.score >= rival + 2 ? plain : undefined
}

function toCandidates(code: TitledCode, commands: readonly string[], wanted: readonly string[]): Candidate[] {
  const answers = commands.flatMap((command) => {
    const answer = codeAnswer(command)
    return answer === undefined ? [] : [{ command, answer }]
  })
  if (answers.length === 0) return []
  const offered = introScore(code.intro, wanted)
  return answers.map(({ command, answer }) => {
    const shared = sharedWords(command, wanted)
    const aside = isAside.test(command) && !wantsIt(command, wanted) ? 3 : 0
    const score = shared * 2 + offered + namedScore(code.intro, command) - aside
    return { code, answer, command, shared, score }
  })
}

function sharedWords(command: string, wanted: readonly string[]): number {
  const split = command.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{N}]+/gu, ' ')
  const own = contentStems(split).filter((stem) => stem.length > 2 && !tools.has(stem))
  return wanted.filter((stem) => own.some((other) => alike(stem, other))).length
}

/** "migration" and "migrate" name the same thing. */
const alike = (a: string, b: string): boolean =>
  a === b || (a.length >= 4 && b.length >= 4 && a.slice(0, 5) === b.slice(0, 5))

/** Words that name the tool of all commands in a note; sharing them tells nothing. */
const tools = wordSet(
  'get set use make add run new git docker npm yarn psql vim tmux rails ruby python bundl brew node cargo kubectl aws',
)

/** "Echo The Exit Code" and "Do A Dry Run" want what otherwise only shows something. */
function wantsIt(command: string, wanted: readonly string[]): boolean {
  const flags =
    command
      .match(/--[a-z-]+/g)
      ?.join(' ')
      .replaceAll('-', ' ') ?? ''
  const named = contentStems(`${command.split(/\s+/, 2).join(' ')} ${flags}`)
  return named.some((stem) => !tools.has(stem) && wanted.includes(stem))
}

/** What only shows something. */
export const shows = /^(?:ls|cat|echo|which|man|print|puts)\b/

/** What prepares, shows or checks, but is not the way itself. */
const isAside =
  /^(?:create extension|(?:sudo )?(?:brew|gem|pip3?|apt|apt-get|yarn|npm)\s+(?:cask\s+)?(?:install|add|i)\b|import\s|require\b|from \w+ import|cd\s|mkdir\s|touch\s|echo\s|cat\s|ls\b|which\s|man\s|puts\s|print|console\.log|\\!|(?:var|const|let)\s+\w+\s*=\s*(?:function|\[|\{)|\w+\s*=\s*[[{'"\d])|\s(?:--version|--help|--dry-run)\b/i

const beforehand =
  /^(?:let['’]?s say|say|imagine|suppose|consider|given|assume|assuming|if (?:I|you|we) (?:run|try|cat)|when (?:I|you|we) (?:run|try)|by default|normally|typically|usually|initially|first|in the past|now if|here is|here['’]s)\b/i
const trouble =
  /\b(?:error|fail(?:s|ed|ing)?|doesn['’]t|does not|won['’]t|will not|didn['’]t|can['’]t|results? in|outputs|output (?:is|looks|would|includes|shows|contains)|confirm|verify|see|notice|alternatively|undo|revert that|bring it back)\b/i
const offer =
  /\b(?:instead|using|use|with|by|run|this|like so|like this|following|can (?:be|do)|one[- ]liner|solution|to do (?:so|this|that))\b/i

/** How far the sentence before a code offers it as the way that the title asks for. */
function introScore(intro: string, wanted: readonly string[]): number {
  const sentence = splitSentences(intro).at(-1) ?? ''
  if (sentence === '') return 0
  const said = contentStems(sentence)
  const shared = wanted.filter((stem) => said.some((other) => alike(stem, other))).length
  const first = sentence.replace(/^(?:so|and|but|then|now|well|however),?\s+/i, '')
  const penalty = (beforehand.test(first) ? 3 : 0) + (trouble.test(sentence) ? 2 : 0)
  return Math.min(2, shared) + (offer.test(sentence) ? 1 : 0) - penalty - otherDeed(sentence, wanted)
}

/** "This can be done with `apply`": the sentence names what the command uses. */
function namedScore(intro: string, command: string): number {
  const sentence = splitSentences(intro).at(-1) ?? ''
  if (!sentence.includes('`') || !offer.test(sentence) || trouble.test(sentence)) return 0
  const named = [...sentence.matchAll(/`([^`]{2,60})`/g)].map(([, code = '']) =>
    code.replace(/\W*\(.*\)$|^\W+/g, ''),
  )
  return named.some((code) => code.length > 1 && command.includes(code)) ? 2 : 0
}

/** "You can use this to open the window" does not say how its height is set. */
function otherDeed(sentence: string, wanted: readonly string[]): number {
  const deeds = [...sentence.matchAll(/\b(?:to|can|we|you)\s+(?:also\s+|then\s+)?(\p{Ll}+)/gu)]
    .map(([, verb = '']) => verb)
    .filter(
      (verb) =>
        baseVerb(verb) === verb &&
        !/^(?:use|run|do|be|see|have|get|need|want|include|add|pass|execute|issue|invoke|tell|start|go|take|try|work|help|make|set|call|type|enter|hit|press|apply|achieve|accomplish|handle|specify)$/.test(
          verb,
        ),
    )
    .flatMap(contentStems)
  return deeds.length > 0 && !deeds.some((deed) => wanted.some((stem) => alike(stem, deed))) ? 2 : 0
}
