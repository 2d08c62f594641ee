import { expect, test } from 'vitest'
import { chatBody, readChat, readComplaint } from '../../../shared/draft/chat-protocol.ts'

const reply = (choice: object, usage?: object): string => JSON.stringify({ choices: [choice], usage })

test('a request says the model, the messages and the form of the answer, and nothing that only some servers know', () => {
  const body = JSON.parse(
    chatBody('m', [{ role: 'user', content: 'hi' }], { name: 'cards', schema: { type: 'object' } }),
  ) as object
  expect(body).toEqual({
    model: 'm',
    messages: [{ role: 'user', content: 'hi' }],
    stream: false,
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'cards', strict: true, schema: { type: 'object' } },
    },
  })
})

test.each([
  [
    reply({ message: { content: 'x' }, finish_reason: 'stop' }),
    { content: 'x', cutShort: false, tokensRead: null },
  ],
  [
    reply({ message: { content: 'x' }, finish_reason: 'length' }),
    { content: 'x', cutShort: true, tokensRead: null },
  ],
  [
    reply({ message: { content: [{ type: 'text', text: 'x' }, { text: 'y' }] } }, { prompt_tokens: 12 }),
    { content: 'xy', cutShort: false, tokensRead: 12 },
  ],
  [
    reply({ message: { content: '' } }, { prompt_tokens: 12, prompt_tokens_details: { cached_tokens: 8 } }),
    { content: '', cutShort: false, tokensRead: 20 },
  ],
  [
    reply({ message: { content: 'x' } }, { prompt_tokens: 0 }),
    { content: 'x', cutShort: false, tokensRead: null },
  ],
  [reply({ message: { content: null } }), 'no_answer'],
  ['{"choices":[]}', 'no_answer'],
  ['[1]', 'no_answer'],
  ['null', 'no_answer'],
  ['<html>', 'no_json'],
  ['{"choices":[{"mess', 'no_json'],
])('%s is read as %j', (text, read) => {
  expect(readChat(text)).toEqual(read)
})

test.each([
  ['{"error":{"message":"model not\\u0000 found"}}', 'model not  found'],
  ['{"error":"no"}', 'no'],
  ['{"detail":"gone"}', 'gone'],
  ['<html>', ''],
  ['{"error":{"message":["x"]}}', ''],
])('%s complains of %j', (text, words) => {
  expect(readComplaint(text)).toBe(words)
})
