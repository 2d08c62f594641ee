import { normaliseText, wordCount, wordSet } from '../../basics/text.ts'
import type { TableRow } from '../../note/note.ts'
import type { Draft, QuestionSides } from '../fact.ts'
import type { PlacedTable } from '../read/statement.ts'

const languages = wordSet(`
  english german french spanish italian portuguese russian chinese mandarin cantonese japanese korean dutch swedish norwegian
  danish finnish icelandic polish czech slovak hungarian romanian bulgarian serbian croatian slovenian ukrainian greek turkish
  arabic hebrew persian hindi urdu bengali thai vietnamese indonesian malay swahili latin esperanto irish welsh catalan basque
  deutsch englisch französisch spanisch italienisch russisch latein français anglais allemand espagnol español inglés alemán
  italiano inglese tedesco português русский английский немецкий украинский polski angielski nederlands engels svenska
  engelska 中文 英文 英语 英語 汉语 漢語 日语 日本語 韩语 한국어 영어`)

const wordColumn =
  /^(?:words?|phrases?|expressions?|vocab(?:ulary|le)?s?|idioms?|wort|wörter|vokabeln?|mot|palabra|слово|слова|单词|單詞|单字|単語|단어)$/iu
const meaningColumn =
  /^(?:meanings?|translations?|in english|bedeutung|übersetzung|traduction|significado|traducción|перевод|значение|意思|释义|含义|意味|뜻)$/iu
const genderColumn = /^(?:gender|genus|genre|género|article|artikel|g\.?|m\/f(?:\/n)?|род)$/iu

interface Columns {
  readonly word: number
  readonly meaning: number
  readonly gender: number
  readonly sides: QuestionSides
}

/** A table of words in two languages: each row is asked in both directions. */
export function fromVocabulary({
  table,
}: PlacedTable): { draft: Draft; lines: readonly number[] }[] | undefined {
  const columns = readColumns(table.header.cells.map((cell) => cell.trim()))
  if (columns === undefined) return undefined
  return table.rows.flatMap((row) => rowDraft(row, columns))
}

function readColumns(header: readonly string[]): Columns | undefined {
  const tongues = header.flatMap((cell, i) => (languages.has(cell.toLowerCase()) ? [i] : []))
  const [from, to] = tongues
  const gender = header.findIndex((cell) => genderColumn.test(cell))
  if (from !== undefined && to !== undefined) {
    const named =
      /^\p{Lu}[a-z]+$/u.test(header[from] ?? '') && tongues.some((i) => /^english$/i.test(header[i] ?? ''))
    return {
      word: from,
      meaning: to,
      gender,
      sides: named ? { kind: 'languages', from: header[from] ?? '', to: header[to] ?? '' } : { kind: 'both' },
    }
  }
  const word = from ?? header.findIndex((cell) => wordColumn.test(cell))
  const meaning = header.findIndex((cell) => meaningColumn.test(cell))
  if (word < 0 || meaning < 0) return undefined
  const english =
    /^[a-z ]+$/i.test(`${header[word]} ${header[meaning]}`) &&
    /^(?:meaning|translation)/i.test(header[meaning] ?? '')
  return { word, meaning, gender, sides: { kind: english ? 'word' : 'both' } }
}

/** A row without one of its sides, or with the same on both, asks nothing. */
function rowDraft(
  row: TableRow,
  { word, meaning, gender, sides }: Columns,
): { draft: Draft; lines: readonly number[] }[] {
  const own = synonyms(row.cells[word] ?? '')
  const told = synonyms(row.cells[meaning] ?? '')
  const blank = /^(?:[-–—?]|n\/a)?$/i
  if (blank.test(own) || blank.test(told) || normaliseText(own) === normaliseText(told)) return []
  if (wordCount(own) > 8 || wordCount(told) > 12) return []
  const kind = (row.cells[gender] ?? '').trim()
  const question = gender < 0 || blank.test(kind) ? own : `${own} (${kind})`
  return [
    {
      draft: { kind: 'question', term: own, question, sides, statement: told, items: [] },
      lines: row.lines,
    },
  ]
}

/** "dog; hound" as one answer: "dog, hound". */
const synonyms = (cell: string): string =>
  cell
    .split(/\s*;\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ')
