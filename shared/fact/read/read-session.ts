import { wordCount } from '../../basics/text.ts'
import type { Code } from '../../note/note.ts'

/** What stands before a command in a terminal, a database shell or a language's console. */
const prompt =
  /^\s*(?:[$❯➜]\s+|>>>\s|(?:\[\d+\]\s*)?(?:irb|pry)(?:\([^)]*\))?[\d:]*[>*]\s?|iex(?:\(\d+\))?>\s|In \[\d+\]:\s|(?:[\w.@-]+\s)?[~/][\w/.-]*\s[%$]\s|[\w.-]+@[\w.-]+[: ][^$#%]{0,40}[$#%]\s|PS [^>]{0,60}>\s|(?:mysql|postgres|psql|sqlite|redis|mongo)[\w:@.-]{0,40}>\s|[\w-]{1,40}[=-][#>]\s)/

/** A bare ">" or "%" is a prompt only where every answer in the block is told from its command by it. */
const barePrompt = /^(?:>|%)\s+(?=\S)/

const sql = /^(?:select|insert|update|delete|create|alter|drop|with|explain|truncate)\s/i
const goesOn = /(?:[\\|,{([]|&&|\|\|)$/
const outputOnly = /^(?:toml|ini|ya?ml|mermaid|text|txt|output|console-output|csv|log|dot|plantuml|diff)$/i

/** The commands of a code block without prompts, output and comments. A block without prompts is one command. */
export function readSession({ code, language }: Code): string[] {
  const lines = code.split('\n').slice(0, mostLines)
  if (outputOnly.test(language) || lines.some((line) => line.length > longestLine)) return []
  const mark = [prompt, barePrompt].find((sign) => lines.some((line) => sign.test(line)))
  return (mark === undefined ? unprompted(lines, language) : prompted(lines, mark))
    .map((command) => withoutRemarks(command, language))
    .map((command) => inOneLine(command, language))
    .filter((command) => command !== '')
}

/** A longer block is a program or a log. */
const mostLines = 80

/** No command is longer; data is. */
const longestLine = 500

function prompted(lines: readonly string[], mark: RegExp): string[] {
  const runs: string[][] = []
  let open = false
  let adjacent = false
  for (const line of lines) {
    const run = runs.at(-1)
    if (mark.test(line)) {
      const text = line.replace(mark, '').trimEnd()
      if (adjacent && run !== undefined) run.push(text)
      else runs.push([text])
      open = isOpen(text)
      adjacent = /^\s*[$❯➜]\s/.test(line)
    } else if (open && run !== undefined && line.trim() !== '') {
      // Python and Node write their own prompt before the further lines of one command.
      run.push(`${run.pop() ?? ''}\n${line.replace(/^\s*(?:\.\.\.|[>-][>#]?)\s/, '  ').trimEnd()}`)
      open = isOpen(run.at(-1) ?? '')
    } else {
      open = false
      adjacent = false
    }
  }
  return runs.flatMap(stepsOrVariations)
}

/** Commands of a shell right below each other are the steps of one way, unless all of them vary one command. */
function stepsOrVariations(run: readonly string[]): readonly string[] {
  const [first = ''] = run
  return run.every((command) => sameHead(command, first)) ? run : [run.join('\n')]
}

/** True for two commands that begin with the same two words. */
export const sameHead = (a: string, b: string): boolean => headOf(a) === headOf(b)
const headOf = (command: string): string => command.split(/\s+/).slice(0, 2).join(' ')

function isOpen(command: string): boolean {
  return goesOn.test(command.trimEnd()) || (sql.test(command) && !/;\s*$|\\g\w*$/.test(command))
}

/** Lines that are shown as a result, not written. */
const resultLine = /^\s*(?:(?:#|\/\/|--)\s*=?>|=>|→)/
const commentLine = /^\s*(?:#(?:\s|$)|\/\/|--\s|\/\*.*\*\/\s*$|"\s|;;|<!--.*-->\s*$)/
const tableLine = /^\s*[+|=-][-+|=\s]{3,}$|^\(\d+ rows?\)$/

/** Lines of a shell that all begin alike are variations of one command; others are one program. */
function unprompted(lines: readonly string[], language: string): string[] {
  const code = plainCode(lines)
  const own = code.split('\n')
  const alike = own.length > 1 && shells.test(language) && !goesOn.test(own[0] ?? '')
  return alike && own.every((line) => sameHead(line, own[0] ?? '')) ? own : [code]
}

const shells = /^(?:sh|bash|shell|zsh|fish|console|terminal|powershell)$/i

function plainCode(lines: readonly string[]): string {
  const table = lines.findIndex((line) => tableLine.test(line))
  const own = table < 0 ? lines : lines.slice(0, table)
  // "# …" stands for lines that were left out: what remains does not run.
  if (own.some((line) => commentLine.test(line) && /\.{3}|…/.test(line))) return ''
  return own
    .filter((line) => !resultLine.test(line) && !commentLine.test(line) && line.trim() !== '')
    .join('\n')
}

const remark = /\s+(?:#|\/\/)(?:\s*=?>|\s)\s*.*$/
const dashRemark = /\s+--(?:\s*=?>|\s)\s*.*$/

/** Two dashes begin a remark in these languages; in a shell they end a command's options: "npm test -- --watch". */
const dashed = /^(?:(?:pl|ps|my|t)?sql|postgres(?:ql)?|sqlite|lua|haskell|hs|elm|ada|vhdl|applescript)$/i

function withoutRemarks(command: string, language: string): string {
  const isDashed = dashed.test(language) || (language === '' && sql.test(command))
  const lines = command
    .split('\n')
    .map((line) => (/#|\/\//.test(line) ? line.replace(remark, '') : line))
    .map((line) => (isDashed && line.includes('--') ? line.replace(dashRemark, '') : line).trimEnd())
    .filter((line) => line.trim() !== '')
  const indents = lines.map((line) => line.length - line.trimStart().length)
  const indent = Math.min(...indents)
  return lines.map((line) => line.slice(indent)).join('\n')
}

const brace = /^(?:css|scss|less|json|jsonc|javascript|js|jsx|typescript|ts|tsx|java|c|cpp|rust)$/i

/** Queries, and short code whose lines end in signs, mean the same on one line, where they are easier to recall. */
function inOneLine(command: string, language: string): string {
  const lines = command.split('\n').map((line) => line.trim())
  if (lines.length < 2 || lines.length > 8) return command
  const query = sql.test(command) && /^(?:|sql|postgres(?:ql)?|mysql|sqlite|psql)$/i.test(language)
  const signed =
    brace.test(language) && lines.every((line, i) => /[{};,([]$/.test(line) || i === lines.length - 1)
  const joined = lines.join(' ').replace(/\(\s+/g, '(').replace(/\s+\)/g, ')')
  return (query || signed) && joined.length <= 100 ? joined : command
}

/** A command as an answer: one code span a line, three lines at most. Longer programs do not fit a card. */
export function codeAnswer(command: string): string | undefined {
  const lines = command.split('\n').map((line) => line.trim())
  const fits =
    lines.length <= 3 &&
    lines.every((line) => line.length <= 110) &&
    wordCount(command) <= 20 &&
    (command.match(/;/g)?.length ?? 0) <= 2
  if (
    !fits ||
    /`|(?:^|[\s(["'])\.{3}(?:[\s)\]"',;]|$)|…|https?:|[\u{1F000}-\u{1FAFF}\u2600-\u27BF\u2B00-\u2BFF]/u.test(
      command,
    )
  )
    return undefined
  // A hash, a stamp of time: such a command is typed once.
  if (/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b|\b\d{8,}\b/.test(command)) return undefined
  // A section of a settings file says nothing without the file's name.
  if (/^\[[\w.-]+\]$/.test(lines[0] ?? '')) return undefined
  if (!isBalanced(command) || /<<[-~]?\w/.test(command)) return undefined
  if (!/[A-Za-z]{2}|^:\S|^\S{1,12}$/.test(command) || /^\W*$/.test(command)) return undefined
  const [only] = lines
  if (only === undefined || (lines.length === 1 && /^[\w.-]+$/.test(only) && only.length < 2))
    return undefined
  return lines.map((line) => '`' + line + '`').join('  \n')
}

/** True when as many brackets close as open: what is cut in the middle does not run. */
function isBalanced(command: string): boolean {
  const bare = command.replace(/\\./g, '').replace(/'[^'\n]*'|"[^"\n]*"/g, '')
  return ['()', '[]', '{}'].every(
    ([open = '', close = '']) => bare.split(open).length === bare.split(close).length,
  )
}
