import { readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const files = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' })
  .map((file) => join('client', file))
  .sort()
/** The page of the API is its viewer's, with classes of its own. */
const sheets = files.filter((file) => file.endsWith('.css') && !file.startsWith('client/docs/'))
const sources = files.filter((file) => /\.tsx?$/.test(file)).map((file) => ({ file, text: read(file) }))
const isShared = (sheet: string) => sheet.startsWith('client/styles/')

/** The selectors of a sheet, one by one. */
function selectorsOf(sheet: string): string[] {
  return [...bare(sheet).matchAll(/([^{};]+)\{/g)]
    .map(([, head = '']) => head.trim())
    .filter((head) => !head.startsWith('@'))
    .flatMap((head) => head.split(/,(?![^(]*\))/).map((one) => one.trim()))
}

/** The declarations of a sheet: property and value. */
function declarationsOf(sheet: string): { readonly property: string; readonly value: string }[] {
  return [...bare(sheet).matchAll(/(?<=[{;]\s*)([\w-]+):\s*([^;{}]+);/g)].map(
    ([, property = '', value = '']) => ({ property, value: value.replaceAll(/\s+/g, ' ') }),
  )
}

function bare(sheet: string): string {
  return read(sheet).replaceAll(/\/\*[\s\S]*?\*\//g, '')
}

function classesOf(selector: string): string[] {
  return [...selector.replaceAll(/\[[^\]]*\]/g, '').matchAll(/\.([a-zA-Z][\w-]*)/g)].map(
    ([, name = '']) => name,
  )
}

const shared = new Set(
  sheets
    .filter(isShared)
    .flatMap(selectorsOf)
    .flatMap((one) => classesOf(one).slice(0, 1)),
)

/** The class a rule stands on: its first, and outside of client/styles the first that is not everyone's. */
function rootOf(sheet: string, selector: string): string | undefined {
  return classesOf(selector).find((name) => isShared(sheet) || !shared.has(name))
}

/** Classes of the HTML that the server makes of notes. */
const isMadeByServer = (name: string) => name.startsWith('hljs-') || name === 'gap' || name === 'formula'

test('no class is defined in two files', () => {
  const definers = new Map<string, Set<string>>()
  for (const sheet of sheets) {
    for (const name of selectorsOf(sheet).map((selector) => rootOf(sheet, selector))) {
      if (name !== undefined) definers.set(name, (definers.get(name) ?? new Set()).add(sheet))
    }
  }
  const twice = [...definers].filter(([, where]) => where.size > 1).map(([name, where]) => [name, ...where])
  expect(twice).toEqual([])
})

test('a sheet beside a component has rules for its own classes only, named for the component or its area', () => {
  const wordsOf = (name: string) => name.split('-').map((word) => word.replace(/s$/, ''))
  const wrong = sheets
    .filter((sheet) => !isShared(sheet))
    .flatMap((sheet) => {
      const words = [...wordsOf(basename(sheet, '.css')), ...wordsOf(basename(dirname(sheet)))]
      return selectorsOf(sheet)
        .filter((selector) => !/^(from|to|\[class\^='hljs-'\])$/.test(selector))
        .filter((selector) => {
          const name = rootOf(sheet, selector)
          return name === undefined || (!isMadeByServer(name) && !words.includes(wordsOf(name)[0] ?? ''))
        })
        .map((selector) => `${sheet}: ${selector}`)
    })
  expect(wrong).toEqual([])
})

test('a sheet is imported by the component it stands beside, and by the first load where that needs it early', () => {
  const wrong = sheets.filter((sheet) => {
    const by = sources.filter(({ file, text }) =>
      [...text.matchAll(/import '([^']+\.css)'/g)].some(([, to = '']) => join(dirname(file), to) === sheet),
    )
    const others = by.map(({ file }) => file).filter((file) => file !== 'client/main.tsx')
    return isShared(sheet) ? others.length > 0 : others.join() !== sheet.replace(/css$/, 'tsx')
  })
  expect(wrong).toEqual([])
})

test('every class that a rule names is used', () => {
  const text = sources.map((source) => source.text.replaceAll(/^import .*$/gm, '')).join('\n')
  // A name may end in what is only known at run time: `level-${level}`.
  const begins = [...text.matchAll(/([\w-]+-)\$\{/g)].map(([, name = '']) => name)
  const isUsed = (name: string) =>
    new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text) || begins.some((begin) => name.startsWith(begin))
  const names = new Set(sheets.flatMap(selectorsOf).flatMap(classesOf))
  expect([...names].filter((name) => !isMadeByServer(name) && !isUsed(name))).toEqual([])
})

test('every class that a component names has a rule', () => {
  const ruled = new Set(sheets.flatMap(selectorsOf).flatMap(classesOf))
  const wrong = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\bclass="([^"]+)"/g)]
      .flatMap(([, names = '']) => names.split(' '))
      .filter((name) => !ruled.has(name))
      .map((name) => `${file}: ${name}`),
  )
  expect(wrong).toEqual([])
})

test('every size of type is a step of the scale, or a share of the text around it', () => {
  const isStep = (value: string) => /var\(--step-[\w]+\)|^inherit$|^[\d.]+em$/.test(value)
  const wrong = sheets.flatMap((sheet) =>
    declarationsOf(sheet)
      .filter(({ property, value }) => /^font(-size)?$/.test(property) && !isStep(value))
      .map(({ property, value }) => `${sheet}: ${property}: ${value}`),
  )
  expect(wrong).toEqual([])
})

/** Room that is kept for what lies over a page, or for the numbers beside a line: more than any step. */
const kept = new Set(['2.75rem', '3.25rem', '4rem', '6rem', '9rem', '12rem'])
/** Where something begins that stands in the middle of its page: no room between things. */
const middle = /max\(0px, \(100% - [\d.]+rem\) \/ 2\)/g

test('room between and inside of things is a step of the scale, or a share of the text around it', () => {
  const wrong = sheets.flatMap((sheet) =>
    declarationsOf(sheet)
      .filter(({ property }) => /^((row-|column-)?gap|padding|margin)(-|$)/.test(property))
      .flatMap(({ property, value }) =>
        [
          ...value
            .replaceAll(/var\([^)]*\)/g, '')
            .replaceAll(middle, '')
            .matchAll(/(?<![\w.])[\d.]+(?:rem|px|ch|%)/g),
        ]
          // The width of a border is no room.
          .filter(([length]) => !kept.has(length) && !/^calc\(.* - 3px\)/.test(value))
          .map(() => `${sheet}: ${property}: ${value}`),
      ),
  )
  expect(wrong).toEqual([])
})

test('every step that a rule names is in the scale', () => {
  const known = new Set(read('client/styles/tokens.css').match(/--[\w-]+(?=:)/g))
  const named = sheets.flatMap((sheet) => read(sheet).match(/(?<=var\()--(?:step|space)-[\w-]+/g) ?? [])
  expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([])
})
