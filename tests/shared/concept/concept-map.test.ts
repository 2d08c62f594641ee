import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MapEdge, layOutMap, mostOnMap } from '../../../shared/concept/concept-map.ts'

const edge = (kind: MapEdge['kind'], from: string, to: string, weight = 1): MapEdge => ({
  kind,
  from,
  to,
  weight,
})
const columnsOf = (edges: readonly MapEdge[]) =>
  Object.fromEntries(layOutMap('ORM', edges).map(({ id, column }) => [id, column]))

test('what a concept builds on stands left of it, what builds on it right, and what is like it in its column', () => {
  const edges = [
    edge('prerequisite', 'SQL', 'ORM'),
    edge('suggested', 'relations', 'SQL'),
    edge('prerequisite', 'ORM', 'admin'),
    edge('related', 'ORM', 'query'),
    edge('confusable', 'ODM', 'ORM'),
  ]
  expect(columnsOf(edges)).toEqual({ ORM: 0, SQL: -1, relations: -2, admin: 1, query: 0, ODM: 0 })
})

test('nothing that is more than two steps away is on the map', () => {
  const chain = ['a', 'b', 'c'].map((id, i) => edge('related', ['ORM', 'a', 'b'][i] ?? '', id))
  expect(Object.keys(columnsOf(chain))).toEqual(['ORM', 'a', 'b'])
})

test('a concept that has to do with nothing stands alone', () => {
  expect(layOutMap('ORM', [edge('related', 'a', 'b')])).toEqual([{ id: 'ORM', steps: 0, column: 0, row: 0 }])
})

test('where there is no room for all, what was said and what shares more is kept', () => {
  const many = Array.from({ length: 60 }, (_, i) => edge('related', 'ORM', `related ${i}`, i))
  const places = layOutMap('ORM', [...many, edge('prerequisite', 'SQL', 'ORM')])
  expect(places).toHaveLength(mostOnMap)
  const kept = places.map(({ id }) => id)
  expect(kept.slice(0, 3)).toEqual(['ORM', 'SQL', 'related 59'])
  expect(kept).not.toContain('related 0')
})

test('no two concepts share a place, and every column is centred, whatever joins what', () => {
  const anEdge = fc.record({
    kind: fc.constantFrom('prerequisite' as const, 'suggested' as const, 'related' as const),
    from: fc.constantFrom('ORM', 'a', 'b', 'c', 'd', 'e'),
    to: fc.constantFrom('ORM', 'a', 'b', 'c', 'd', 'e'),
    weight: fc.nat({ max: 5 }),
  })
  fc.assert(
    fc.property(fc.array(anEdge, { maxLength: 12 }), (edges) => {
      const places = layOutMap('ORM', edges)
      expect(new Set(places.map(({ column, row }) => `${column} ${row}`)).size).toBe(places.length)
      const rows = Math.max(...places.map(({ row }) => row))
      for (const column of new Set(places.map((place) => place.column))) {
        const own = places.filter((place) => place.column === column).map(({ row }) => row)
        expect(Math.min(...own) + Math.max(...own)).toBe(rows)
      }
    }),
  )
})
