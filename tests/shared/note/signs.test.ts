import { expect, test } from 'vitest'
import type { Block } from '../../../shared/note/note.ts'
import { parseNote } from '../../../shared/note/parse-note.ts'

const parse = (text: string): readonly Block[] => parseNote({ path: 'a.md', text }).note.blocks
const textsOf = (block: Block): string[] => {
  if (block.kind === 'heading') return [block.line.text]
  if (block.kind === 'paragraph') return block.lines.map((line) => line.text)
  if (block.kind === 'list')
    return block.items.flatMap((item) => [
      ...item.lines.map((line) => line.text),
      ...item.children.flatMap(textsOf),
    ])
  if (block.kind === 'table') return [block.header, ...block.rows].map((row) => row.cells.join(' | '))
  if (block.kind === 'quote') return block.blocks.flatMap(textsOf)
  return block.kind === 'formula' ? [block.tex] : [block.code]
}
const texts = (text: string): string[] => parse(text).flatMap(textsOf)

test.each([
  ['a power', 'An acre has 10<sup>2</sup> square chains', 'An acre has 10² square chains'],
  ['an index', 'Rust is Fe<sub>2</sub>O<sub>3</sub>', 'Rust is Fe₂O₃'],
  ['a power without a sign of its own', 'e<sup>kt</sup> grows', 'e^(kt) grows'],
  ['an ordinal', 'The 4<sup>th</sup> amendment', 'The 4th amendment'],
  [
    'a parameter of a type',
    'A Queue<String> holds a Map<K, V> or an Optional<B>',
    'A Queue<String> holds a Map<K, V> or an Optional<B>',
  ],
  ['a place to fill in', 'Write /msg <nick> to whisper', 'Write /msg <nick> to whisper'],
  ['code as HTML', 'The tag <code>&lt;hr&gt;</code> draws a rule', 'The tag `<hr>` draws a rule'],
  ['a key', 'Press <kbd>Esc</kbd> to leave', 'Press `Esc` to leave'],
  ['struck text', 'The bill of 1832 ~~failed~~ passed', 'The bill of 1832 passed'],
  ['struck HTML', 'It has <del>three</del><s>four</s> five parts', 'It has five parts'],
  ['a comment', 'Salt <!-- or is it? --> dissolves', 'Salt dissolves'],
  ['a comment of a vault', 'Salt %% check this %% dissolves', 'Salt dissolves'],
  ['a percentage', 'From 5% to 10%% and 20%', 'From 5% to 10%% and 20%'],
  ['links', 'A [sheet](x.md) and a [[Halyard|line]] and [[Mast]]', 'A sheet and a line and Mast'],
  ['a picture', 'The mast ![](mast (2).png) stands', 'The mast stands'],
  ['a tag at the end', 'A jib is a small sail #sails/small', 'A jib is a small sail'],
  ['a tag before its sentence', '#sails Jibs are small', 'Jibs are small'],
  ['a word with a hash', 'The line #pragma once guards a header', 'The line #pragma once guards a header'],
  ['a tag that is a word', 'A #mole is an amount of matter', 'A #mole is an amount of matter'],
  ['a colour', 'Pure red is #f00', 'Pure red is #f00'],
  ['an escaped sign', 'Two \\*stars\\* and \\#hash', 'Two *stars* and #hash'],
  ['stars of a name', 'The call takes **options last', 'The call takes **options last'],
  ['a special name', 'Python runs __enter__ first', 'Python runs `__enter__` first'],
  ['bold by low lines', 'This is __bold__ here', 'This is bold here'],
  ['a formula in brackets', 'Let \\(x_1\\) be \\[ a + b \\] here', 'Let $x_1$ be $$ a + b $$ here'],
  ['escaped brackets', 'Item\\(s\\) \\(optional\\) and \\[sic\\]', 'Item(s) (optional) and [sic]'],
  ['money', 'It costs $5 and $6', 'It costs $5 and $6'],
  ['a highlight', 'The ==keel== is low', 'The keel is low'],
  ['equals signs', 'a == b and x==y or p==q', 'a == b and x==y or p==q'],
  ['a zero-width non-joiner', 'نمی‌دانم', 'نمی‌دانم'],
  ['letters in two signs', 'cre\u0301me', 'cr\u00E9me'],
])('%s is read as it is meant', (_what, text, expected) => {
  expect(texts(text)).toEqual([expected])
})

test.each([
  ['decorates the beginning', '🚀 Deploy with care', 'Deploy with care'],
  ['decorates the end', 'Deployed with care! 🎉', 'Deployed with care!'],
  ['decorates a name', 'Tea 🍵 keeps you awake', 'Tea keeps you awake'],
  ['is asked about', 'What does 🐛 mean?', 'What does 🐛 mean?'],
  ['ends a question', 'Which piece is ♜?', 'Which piece is ♜?'],
  ['ends a sentence', 'The suit is written ♦.', 'The suit is written ♦.'],
  ['stands in brackets', 'A flat (♭) lowers a note', 'A flat (♭) lowers a note'],
  ['is a label', '♮: takes a sign back', '♮: takes a sign back'],
  ['is the whole text', '☯', '☯'],
  ['stands in code', 'Write `:tada: 🎉` there', 'Write `:tada: 🎉` there'],
])('a sign that %s', (_what, text, expected) => {
  expect(texts(text)).toEqual([expected])
})

test.each([
  [
    'TOML front matter',
    '+++\ntitle = "Rig"\ntags = ["a"]\n[extra]\nx = 1\n+++\n\nA mast stands.',
    ['A mast stands.'],
  ],
  ['a comment over several blocks', '%%\nhidden\n\n- list\n%%\n\nA mast stands.', ['A mast stands.']],
  ['a comment of HTML', '<!--\nhidden\n\nstill\n-->\n\nA mast stands.', ['A mast stands.']],
  [
    'footnotes',
    'A mast[^m] stands.^[So they say.]\n\n[^m]: A pole: tall.\n    More of it.\n[^x]: Another.',
    ['A mast stands.'],
  ],
  ['a log book', '- A mast\n  :LOGBOOK:\n  CLOCK: [2024-01-01]\n  :END:', ['A mast']],
])('%s gives no text', (_what, text, expected) => {
  expect(texts(text)).toEqual(expected)
})

test('a sign that never closes hides nothing', () => {
  expect(texts('%% a remark\n\nA mast stands.')).toEqual(['%% a remark', 'A mast stands.'])
})

test('a class of signs is no footnote', () => {
  expect(texts('The class [^a-z] matches a digit')).toEqual(['The class [^a-z] matches a digit'])
})

test('a formula on lines of its own is one block with its lines, blank ones among them', () => {
  expect(parse('So we have\n$$\na = 1\n\nb = 2\n$$\nfor all.')).toMatchObject([
    { kind: 'paragraph' },
    { kind: 'formula', tex: 'a = 1\n\nb = 2', lines: [2, 3, 4, 5, 6] },
    { kind: 'paragraph', lines: [{ text: 'for all.', lines: [7] }] },
  ])
})

test('text behind a comment keeps its line', () => {
  const [paragraph] = parse('One mast <!-- a\nremark --> stands\nand one lies.')
  expect(paragraph).toMatchObject({ lines: [{ text: 'One mast stands and one lies.', lines: [1, 2, 3] }] })
})
