import { describe, expect, test } from 'vitest'
import { renderSides } from '../../../server/view/render-side.ts'
import { basic } from '../../../shared/card/kinds/basic.ts'
import { listRecall } from '../../../shared/card/kinds/list-recall.ts'
import { inEnglish } from '../../../shared/card/side-languages.ts'

describe('the sides of a card', () => {
  test('of a question are one line and a text with blocks, and their words', () => {
    expect(renderSides(basic('What is `<b>`?', 'A **tag** & no more'), inEnglish)).toEqual({
      prompt: { kind: 'text', text: 'What is <b> ?', html: 'What is <code dir="ltr">&lt;b&gt;</code>?' },
      answer: {
        kind: 'text',
        text: 'A tag & no more',
        html: '<p>A <strong>tag</strong> &amp; no more</p>\n',
      },
    })
  })

  test('of a list are its items, each with its code', () => {
    expect(renderSides(listRecall('Name two.', ['a `b`', 'c']), inEnglish).answer).toEqual({
      kind: 'items',
      text: 'a b c',
      items: ['a <code dir="ltr">b</code>', 'c'],
    })
  })

  test('of a sentence with a gap say “blank”, also inside bold words', () => {
    const content = { kind: 'cloze', before: '**the ', hidden: 'sail', after: ' is wet** ___' } as const
    const { prompt, answer } = renderSides(content, inEnglish)
    const gap = '<span class="gap" role="img" aria-label="blank"></span>'
    expect(prompt.html).toBe(`<strong>the ${gap} is wet</strong> ___`)
    expect(answer.text).toBe('sail')
  })

  test('say what they are written in, where it is not English', () => {
    const { prompt, answer } = renderSides(basic('Was ist ein Priel?', 'a tidal creek'), {
      front: 'de',
      back: null,
    })
    expect([prompt.lang, answer.lang]).toEqual(['de', undefined])
    expect(renderSides(listRecall('Zwei?', ['Ebbe', 'Flut']), { front: 'de', back: 'de' }).answer.lang).toBe(
      'de',
    )
  })
})
