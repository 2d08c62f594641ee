import { contentStems, wordSet } from '../basics/text.ts'

/** Programs whose second word is an order to them. */
const orderly = wordSet(`
  apt asdf aws brew bun bundle cargo composer conda deno docker dotnet flutter gcloud gem gh git go helm heroku jj kubectl mise mix npm
  pip pip3 pnpm poetry rails redis-cli rustup systemctl terraform tmux uv vercel yarn`)

/** Programs whose orders have an order of their own: "git remote rename". */
const twice = wordSet('aws docker gcloud gh git heroku npm kubectl')

/** The words of SQL that no table or column has as its name. */
const sqlWords = wordSet(`
  select from where group by order having limit offset insert into values update set delete create table index view drop alter add column
  and or not null is in like ilike between as on using join left right inner outer full cross union all distinct count sum avg min
  max with recursive returning truncate explain analyze if exists primary key unique default asc desc cascade constraint
  concurrently database schema begin commit rollback`)

/** True for a command that holds names, paths or numbers of an example: nobody could type them from the title alone. */
export function holdsExamples(command: string, title: string): boolean {
  const bare = command.replace(/^`|`$/g, '').trim()
  const said = new Set(contentStems(title.toLowerCase()))
  if (/"[^"]+"|'[^']+'/.test(bare)) return true
  if (!/\s/.test(bare)) return hasLiteral(bare, title) || !isGiven(argumentsOf(bare), said, title)
  const parts = bare.replace(/;$/, '').split(/\s+/)
  return parts.slice(ordersAtFront(parts)).some((part) => !isGiven(part, said, title))
}

/** What stands in the brackets of a call. */
const argumentsOf = (call: string): string => /^[^(]*\w\(([^()]*)\)/.exec(call)?.[1] ?? ''

/** True for a part of a command that its title does not give and that is no flag, sign or word of SQL. */
export const isExampleArgument = (part: string, title: string): boolean =>
  !isGiven(part, new Set(contentStems(title.toLowerCase())), title)

/** How many words at the beginning are the program and its orders. */
export function ordersAtFront([program = '', second = '', third = '']: readonly string[]): number {
  if (!orderly.has(program) || !/^[a-z][a-z:-]*$/.test(second)) return 1
  return twice.has(program) && /^[a-z][a-z-]+$/.test(third) && nested.test(third) ? 3 : 2
}

/** The orders that stand below another one. */
const nested =
  /^(?:add|apply|clear|config|create|delete|drop|export|get|import|inspect|list|log|ls|pop|prune|push|remove|rename|rm|rmi|save|set|set-url|show|start|status|stop|switch|unset|update|view)$/

/** A flag, a sign, a word of SQL, or what the title says itself. */
function isGiven(part: string, said: ReadonlySet<string>, title: string): boolean {
  if (/^[|<>&*.~^@%$!-]+$/.test(part) || /^HEAD(?:[~^]\d?)?$/.test(part)) return true
  if (/^-{1,2}[\p{L}][\p{L}\d-]*$/u.test(part)) return true
  if (hasLiteral(part, title)) return false
  const words = part.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_-]*/gu) ?? []
  return words.every((word) => sqlWords.has(word) || contentStems(word).every((stem) => said.has(stem)))
}

/** A quoted text, a number, a path or a placeholder that the title does not give. */
function hasLiteral(part: string, title: string): boolean {
  if (/^:\S{0,12}$/.test(part) || /^!?\$?[!$&*#@?]?$/.test(part)) return /\d{2}/.test(part)
  const numbers = part.match(/\d+/g) ?? []
  const key = /^(?:ctrl|shift|alt|cmd|opt|meta|super|f)[-+]?\S*$/i.test(part)
  return (
    (!key && numbers.some((number) => !title.includes(number))) ||
    /["'][^"']+["']|[\w~.-]\/[\w~.-]|^[~.]?\/|<[^>]+>|\w\.(?:\w{1,5})$/.test(part)
  )
}
