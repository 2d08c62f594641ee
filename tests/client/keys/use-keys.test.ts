import { h, render } from 'preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chooseKey, forgetKeys, setSingleKeys } from '../../../client/state/device.ts'
import { overlay } from '../../../client/state/overlay.ts'
import { leaveInputMethodsAlone } from '../../../client/keys/dispatch.ts'
import { placesHere, useFixedKeys, useKeys } from '../../../client/keys/use-keys.ts'
import { usePlaceKeys } from '../../../client/keys/use-place-keys.ts'

let done: string[] = []
const act = (name: string) => () => done.push(name)

function Page() {
  useKeys('cards', { edit: act('edit'), next: act('next') })
  useFixedKeys({ Enter: act('Enter'), ' ': act('Space'), ArrowDown: act('down'), 'Ctrl Z': act('undo') })
  return null
}
function Places() {
  usePlaceKeys()
  return null
}
const show = (...parts: (typeof Page)[]) =>
  render(
    h(
      LocationProvider,
      null,
      parts.map((part) => h(part, null)),
    ),
    root,
  )
const press = (key: string, more: KeyboardEventInit = {}, target: Element = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))

let root: HTMLElement
beforeEach(() => {
  document.body.innerHTML = '<div></div>'
  root = document.body.firstElementChild as HTMLElement
  done = []
})
afterEach(() => {
  render(null, root)
  setSingleKeys(true)
  forgetKeys()
  overlay.value = null
})

/** Puts an element on the page and returns it. */
function put(html: string): Element {
  document.body.insertAdjacentHTML('beforeend', html)
  return document.body.lastElementChild as Element
}

describe('the keys of a page', () => {
  test('act while it is shown, and are listed for the key sheet', () => {
    show(Page)
    expect(placesHere.value).toEqual(['cards'])
    press('e')
    render(null, root)
    press('e')
    expect(done).toEqual(['edit'])
    expect(placesHere.value).toEqual([])
  })
  test('act under the key that was chosen a moment ago', () => {
    show(Page)
    chooseKey('cards.edit', 'q')
    press('e')
    press('q')
    expect(done).toEqual(['edit'])
  })
  test.each(['<input>', '<textarea></textarea>', '<select></select>', '<p contenteditable></p>'])(
    'belong to a field: %s',
    (html) => {
      show(Page)
      press('e', {}, put(html))
      expect(done).toEqual([])
    },
  )
  test('act where a box or a button has the focus', () => {
    show(Page)
    press('e', {}, put('<input type="checkbox">'))
    press('e', {}, put('<button></button>'))
    expect(done).toEqual(['edit', 'edit'])
  })
  test('rest while a dialog is open, and while a button waits for a new key', () => {
    show(Page, Places)
    press('e', {}, put('<button data-takes-key></button>'))
    press('?', {}, put('<button data-takes-key></button>'))
    put('<dialog open></dialog>')
    press('e')
    press('Enter')
    expect(done).toEqual([])
    expect(overlay.value).toBeNull()
  })
  test('go on under a key that is held only where that was meant', () => {
    show(Page)
    for (const key of ['e', 'j', 'Enter', 'ArrowDown']) press(key, { repeat: true })
    expect(done).toEqual(['next', 'down'])
  })
  test('rest when single keys are off; Space, Enter, arrows and Ctrl Z do not', () => {
    show(Page, Places)
    setSingleKeys(false)
    for (const key of ['e', 'j', '?', ' ', 'Enter', 'ArrowDown']) press(key)
    press('z', { ctrlKey: true })
    press('Z', { metaKey: true })
    expect(done).toEqual(['Space', 'Enter', 'down', 'undo', 'undo'])
    expect(overlay.value).toBeNull()
  })
  test('leave Space and Enter to the control that has the focus, and Ctrl Shift Z alone', () => {
    show(Page)
    press('Enter', {}, put('<a href="/"></a>'))
    press(' ', {}, put('<button></button>'))
    press(' ', {}, put('<input type="checkbox">'))
    press('ArrowDown', {}, put('<input type="radio">'))
    press('Z', { ctrlKey: true, shiftKey: true })
    expect(done).toEqual([])
  })
})

describe('an input method', () => {
  beforeAll(leaveInputMethodsAlone)
  test.each([
    ['while it composes', { isComposing: true }],
    ['by the number of its keys, which Safari gives for the last one of a word', { keyCode: 229 }],
  ])('keeps its keys from the page and from every field, %s', (_, more) => {
    show(Page)
    const field = put('<input>')
    field.addEventListener('keydown', () => done.push('field'))
    for (const key of ['Enter', 'Escape', 'e', ' ']) {
      press(key, more)
      press(key, more, field)
    }
    expect(done).toEqual([])
    press('Enter', {}, field)
    press('Enter')
    expect(done).toEqual(['field', 'Enter'])
  })
})

describe('the keys of every place', () => {
  test('go to a place by two letters, both of which can be others', () => {
    show(Places)
    press('g')
    press('s')
    expect(location.pathname).toBe('/stats')
    chooseKey('everywhere.go', 'v')
    chooseKey('go.concepts', '!')
    press('g')
    press('c')
    expect(location.pathname).toBe('/stats')
    press('v')
    press('Shift')
    press('!')
    expect(location.pathname).toBe('/concepts')
  })
  test('keep their second letter from the page', () => {
    chooseKey('go.quiz', 'e')
    show(Page, Places)
    press('g')
    press('e')
    press('e')
    expect(location.pathname).toBe('/quiz')
    expect(done).toEqual(['edit'])
  })
  test('forget the first letter when a press between was for a list', () => {
    show(Places)
    const list = put('<div tabindex="0"></div>')
    list.addEventListener('keydown', (event) => event.preventDefault())
    const before = location.pathname
    press('g')
    press('ArrowDown', {}, list)
    press('t')
    expect(location.pathname).toBe(before)
  })
  test('show the keys of the page, and find its search field', () => {
    show(Places)
    press('?')
    expect(overlay.value).toBe('keys')
    press('/')
    expect(overlay.value).toBe('palette')
    const field = put('<main><input type="search"></main>').firstElementChild
    press('/')
    expect(document.activeElement).toBe(field)
  })
})
