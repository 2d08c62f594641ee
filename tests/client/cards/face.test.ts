import { h, render } from 'preact'
import { expect, test } from 'vitest'
import { Face } from '../../../client/cards/face.tsx'
import type { SideView } from '../../../shared/api/common.ts'

function shown(side: SideView): Element | null {
  const page = document.createElement('div')
  render(h(Face, { class: 'face', side }), page)
  return page.firstElementChild
}

test('a side tells the language that it is read in, a text and a list alike', () => {
  expect(shown({ kind: 'text', text: 'Ebbe', html: 'Ebbe', lang: 'de' })?.getAttribute('lang')).toBe('de')
  expect(shown({ kind: 'items', text: 'Ebbe', items: ['Ebbe'], lang: 'de' })?.getAttribute('lang')).toBe('de')
})

test('a side in the language of the page needs none', () => {
  expect(shown({ kind: 'text', text: 'ebb', html: 'ebb' })?.hasAttribute('lang')).toBe(false)
})
