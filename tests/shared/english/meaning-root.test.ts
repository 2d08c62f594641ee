import { expect, test } from 'vitest'
import { meaningRoot, meaningRoots } from '../../../shared/english/meaning-root.ts'

test.each([
  ['automate', 'automation', 'automatic', 'automated'],
  ['consistent', 'consistency', 'inconsistencies'],
  ['secure', 'security', 'insecure'],
  ['reliable', 'reliability', 'unreliable'],
  ['container', 'containers', 'containerization'],
  ['inherit', 'inheritance', 'inherited'],
  ['deploy', 'deployment', 'deploying'],
  ['process', 'processing', 'processes'],
])('%s shares its root with what is derived from it', (...words) => {
  expect(new Set(words.map(meaningRoot)).size).toBe(1)
})

test.each([
  ['authentication', 'authorization'],
  ['normalization', 'denormalization'],
  ['internal', 'internet'],
  ['distribution', 'tribute'],
  ['form', 'information'],
  ['order', 'disease'],
])('%s and %s do not', (one, other) => {
  expect(meaningRoot(one)).not.toBe(meaningRoot(other))
})

test('the roots of a text are those of its words of meaning, each once, in parts of compounds too', () => {
  expect(meaningRoots('The in-memory cache caches what is cached in `django.core`')).toEqual(
    meaningRoots('memory cache django core'),
  )
  expect(meaningRoots('of the')).toEqual([])
  expect(meaningRoots('高速缓存').length).toBeGreaterThan(1)
})
