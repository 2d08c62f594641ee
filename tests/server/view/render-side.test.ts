import { describe, expect, test } from 'vitest'
import { renderSides } from '../../../server/view/render-side.ts'
import { basic } from '../../../shared/card/kinds/basic.ts'
import { listRecall } from '../../../shared/card/kinds/list-recall.ts'

describe('the sides of a card', () => {
  test('of a question are one line and a text with blocks, and their words', () => {
    expect(renderSides(basic('What is `<b>`?', 'A **tag** & no more'))).toEqual({
      prompt: { kind: 'text', text: 'What is <b> ?', html: 'What is <code>&lt;b&gt;</code>?' },
      answer: {
        kind: 'text',
        text: 'A tag & no more',
        html: '<p>A <strong>tag</strong> &amp; no more</p>\n',
      },
    })
  })

  test('of a list are its items, each with its code', () => {
    expect(renderSides(listRecall('Name two.', ['a `b`', 'c'])).answer).toEqual({
      kind: 'items',
      text: 'a b c',
      items: ['a <code>b</code>', 'c'],
    })
  })

  test('of a sentence with a gap say “blank”, also inside bold words', () => {
    const { prompt, answer } = renderSides({
      kind: 'cloze',
      before: '**the ',
      hidden: 'sail',
      after: ' is wet** ___',
    })
    const gap = '<span class="gap" role="img" aria-label="blank"></span>'
    expect(prompt.html).toBe(`<strong>the ${gap} is wet</strong> ___`)
    expect(answer.text).toBe('sail')
  })
})
