import { h, render } from 'preact'
import { afterEach, beforeEach, test } from 'vitest'
import type { QueueCard } from '../../../../shared/api/queue.ts'
import { TypedField } from '../../../../client/cards/typed-field.tsx'
import { useTyping } from '../../../../client/pages/review/use-typing.ts'
import { eventually } from '../../../support/eventually.ts'

const card = { id: 'a', typed: { answers: ['401'], notAnswers: [] } } as unknown as QueueCard
let given: string | undefined

function Prompt() {
  const typing = useTyping(card, new Map(), 'first')
  given = typing.check?.given
  return h(TypedField, {
    fieldRef: typing.fieldRef,
    value: typing.text,
    keyName: null,
    onInput: typing.setText,
    onCheck: () => typing.judge(true),
  })
}

beforeEach(() => {
  document.body.innerHTML = '<div></div>'
  given = undefined
  render(h(Prompt, null), document.body.firstElementChild as HTMLElement)
})
afterEach(() => render(null, document.body.firstElementChild as HTMLElement))

test('what is judged is what stands in the field, however fast Enter follows the last sign', async () => {
  const field = document.querySelector('input') as HTMLInputElement
  field.value = '404'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  // The page has had no time to draw itself anew.
  field.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await eventually(() => given).toBe('404')
})
