import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../work-folder.ts'
import { fitLogistic } from './fit-logistic.ts'
import { type Design, penalty } from './judge-out-of-document.ts'

/** Fits the model on all judged cards and writes its table, the strongest features first. Nothing of the cards goes in. */
export function writeWeights({ names, examples }: Design, day: string): string {
  const fitted = fitLogistic(examples, names.length, penalty)
  const weights = names
    .map((name, i) => [name, Math.round((fitted[i] ?? 0) * 100) / 100] as const)
    .filter(([, weight]) => weight !== 0)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
  const file = join(root, 'shared', 'card', 'worth', 'weights.ts')
  writeFileSync(
    file,
    [
      `// Written by \`npm run bench -- worth --fit\` on ${day} from ${examples.length} judged cards.`,
      '// Change features or labels and fit again; a number changed by hand is gone with the next fit.',
      '',
      '/** The logarithm of the odds that a card is kept of which no feature is known. */',
      `export const intercept = ${Math.round((fitted.at(-1) ?? 0) * 100) / 100}`,
      '',
      '/** How much each feature adds to it, from what readers keep to what they delete. */',
      'export const weights: Readonly<Record<string, number>> = {',
      ...weights.map(([name, weight]) => `  '${name.replaceAll("'", "\\'")}': ${weight},`),
      '}',
      '',
    ].join('\n'),
  )
  return file
}
