import { expect, test } from 'vitest'
import { isPersonal } from '../../../shared/english/impersonal.ts'

test.each([
  ['A pulse of the laser lasts 10 us.', false],
  ['A pulse of the laser lasts 10us.', false],
  ['The zone us-east lies in Virginia.', false],
  ['The domain .us belongs to a country, and .me to another.', false],
  ['Most oil is priced in US dollars.', false],
  ['This map helped us to find the harbour.', true],
  ['The guide told us, and only us.', true],
  ['It took me 10 minutes.', true],
])('%s', (text, personal) => {
  expect(isPersonal(text)).toBe(personal)
})
