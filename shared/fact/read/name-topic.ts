import { wordSet } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import type { Code, Note } from '../../note/note.ts'
import type { Draft } from '../fact.ts'
import { type Topic, topicIn, topicOf } from '../../english/topics.ts'
import type { Reading } from './statement.ts'

/** Where a how-to stands: the file, the headings above it and the code that it may quote. */
interface Place {
  readonly note: Note
  readonly reading: Reading
  readonly path: readonly string[]
  readonly lines: readonly number[]
}

/** Code that its sentence or title asks for. */
type HowTo = Extract<Draft, { readonly told: 'sentence' | 'title' }>

/** "In Git, how do you rename a remote?": a how-to without its note still says which tool or language it is about. */
export function nameTopic(draft: Draft, place: Place): Draft {
  if (draft.kind !== 'code' || draft.told === 'meaning') return draft
  const { question } = draft
  if (!/^(?:How|What|Which|Where|When)\s/.test(question)) return draft
  const topic = topicOfPlace(draft, place)
  if (topic === undefined || topic.named.test(question) || namesProgram(draft)) return draft
  return { ...draft, question: `${topic.lead}, ${question.charAt(0).toLowerCase()}${question.slice(1)}` }
}

/** "… with sed": the question names a program that its command calls. */
function namesProgram({ question, statement }: HowTo): boolean {
  const called = [...statement.matchAll(/(?:^`|\|\s*)([a-z][\w.+-]+)(?=[\s`])/g)].map(([, name = '']) => name)
  const said: readonly string[] = question.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}+-]*/gu) ?? []
  return called.some(
    (name) =>
      said.includes(name) && (topicOf(name) !== undefined || / (?:with|using|of an?) /.test(question)),
  )
}

/** The note's own folder, else the headings above, else the program that is called, else the code's language. */
function topicOfPlace(draft: HowTo, place: Place): Topic | undefined {
  const { note, reading, path, lines } = place
  const code = quotedCode(reading, draft.lines ?? lines)
  const called = programOf(draft, code)
  const given = ofFolder(note.file) ?? ofHeadings(path.slice(0, -1))
  // "In the shell" tells less than the program that is called there.
  if (given !== undefined && given !== inShell) return given
  return called ?? given ?? (code === undefined || isShell(code) ? undefined : topicOf(code.language))
}

const inShell = topicOf('shell')

/** "git/rename-a-remote.md" is about Git. Folders like `notes` or `2024` are no topics, so that the one above them counts. */
export function ofFolder(file: string): Topic | undefined {
  const folders = file.split('/').slice(0, -1)
  return folders.map(topicOf).findLast((topic) => topic !== undefined)
}

/** The innermost topic that the headings name. */
export const ofHeadings = (path: readonly string[]): Topic | undefined =>
  path.map((heading) => topicIn(cleanHeading(heading))).findLast((topic) => topic !== undefined)

/** The code block that the draft quotes, or any one of the note when all are in one language. */
function quotedCode({ codes }: Reading, lines: readonly number[]): Code | undefined {
  const quoted = codes.find(({ code }) => code.lines.some((line) => lines.includes(line)))
  const alike = codes.every(({ code }) => code.language === codes[0]?.code.language)
  return (quoted ?? (alike ? codes[0] : undefined))?.code
}

const shellLanguages = wordSet(
  'sh bash shell zsh fish console terminal shell-session shellsession sh-session',
)

/** True for code that is typed at a shell's prompt. */
function isShell({ language, code }: Code): boolean {
  return shellLanguages.has(language.toLowerCase()) || (language === '' && /^\s*[$❯➜]\s/m.test(code))
}

/** The program that a command calls: a known one by its name, another one as code. */
function programOf({ question, statement }: HowTo, code: Code | undefined): Topic | undefined {
  const command = /^`([^`]+)`/.exec(statement)?.[1] ?? ''
  const program = /^(?:sudo\s+|[A-Z_]+=\S+\s+)*([a-z][\w.+-]*)(?=\s|$)/.exec(command)?.[1]
  const shell = code === undefined ? false : isShell(code)
  if (program === undefined) return shell && command !== '' ? inShell : undefined
  const known = topicOf(program)
  if (known !== undefined && (shell || (code?.language ?? '') === '')) return known
  if (!shell) return undefined
  if (basicTools.has(program)) return inShell
  return question.toLowerCase().includes(program) ? undefined : { lead: `With \`${program}\``, named: /(?!)/ }
}

/** What a shell has everywhere: its own words and the basic tools of a system. */
const basicTools = wordSet(`
  alias awk basename bg cat cd chmod chown command comm cp curl cut date dd df diff dirname du echo env eval exec exit
  export expr fc fg file find fold for function grep head history hostname if id jobs join kill less ln locate ls man mkdir mktemp
  more mv nl nohup open paste pbcopy pbpaste pgrep pkill printenv printf ps pushd pwd read readlink realpath rm rmdir
  sed seq set shuf sleep sort source split stat sudo tail tar tee test time top touch tr true type ulimit umask uname uniq
  unset unzip wait watch wc wget whatis whereis which while who whoami xargs yes zip crontab dig gzip host ifconfig ip journalctl lsblk lsof mount nc netstat ping rsync scp sftp ss ssh ssh-keygen systemctl`)
