import { expect, test } from 'vitest'
import { type SpellingChange, spellingChange } from '../../../shared/english/spelling-change.ts'

const pairs: Readonly<Record<SpellingChange, readonly (readonly [string, string])[]>> = {
  same: [['What is a Sapphire?', 'What is a sapphire?']],
  // No such word, or one that is written so by mistake only.
  slip: [
    ['What is the capitol of Chad?', 'What is the capital of Chad?'],
    ['Which colour has a rubie?', 'Which colour has a ruby?'],
    ['The hardest minral is ___ by far.', 'The hardest mineral is ___ by far.'],
    ['Saphire', 'Sapphire'],
    ['dimond', 'diamond'],
    ['What is teh rule?', 'What is the rule?'],
    ['recieve', 'receive'],
    ['seperate', 'separate'],
    ['goverment', 'government'],
    ['accomodate', 'accommodate'],
    ['mitochondira', 'mitochondria'],
    ['plaintif', 'plaintiff'],
    ['What shifts the suply curve left?', 'What shifts the supply curve left?'],
    ['data base', 'database'],
  ],
  unsure: [
    ['nitrate', 'nitrite'],
    ['What is an alkane?', 'What is an alkene?'],
    ['ethanol', 'ethanal'],
    ['lactose', 'lactase'],
    ['the employer pays', 'the employee pays'],
    ['the Iran war', 'the Iraq war'],
    ['planet', 'plant'],
    ['casual', 'causal'],
    ['stalactite', 'stalagmite'],
    ['Custom', 'Customs'],
    ['stored in memory', 'stored on memory'],
    ['schon', 'schön'],
  ],
  other: [
    ['port 80', 'port 88'],
    ['the war of 1914', 'the war of 1918'],
    ['HTTP', 'HTTPS'],
    ['What increases the rate?', 'What decreases the rate?'],
    ['hypertonic', 'hypotonic'],
    ['anabolic', 'catabolic'],
    ['absorption', 'adsorption'],
    ['import', 'export'],
    ['may be legal', 'may be illegal'],
    ['can be read', 'cannot be read'],
    ['sent to the server', 'sent from the server'],
    ['north wind', 'south wind'],
    ['three ropes', 'five ropes'],
    ['`lpush` adds', '`rpush` adds'],
    ['What is a cat?', 'What is a car?'],
    ['mitosis', 'meiosis'],
    ['Austria', 'Australia'],
    ['Mutex', 'Lock'],
    ['公司', '公园'],
  ],
}

const table = Object.entries(pairs).flatMap(([change, texts]) =>
  texts.map(([before, after]) => ({ change, before, after })),
)

test.each(table)('“$before” and “$after” are $change, from both sides', ({ change, before, after }) => {
  expect(spellingChange(before, after)).toBe(change)
  expect(spellingChange(after, before)).toBe(change)
})
