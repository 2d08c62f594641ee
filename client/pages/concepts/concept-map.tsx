import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ConceptMapReply } from '../../../shared/api/concepts.ts'
import { LevelMark } from '../../charts/level-mark.tsx'
import { paths } from '../../router.ts'
import { mapOf } from './shown-concepts.ts'
import { InlineText } from '../../ui/quoted-line.tsx'
import { plainLine } from '../../words/inline-parts.ts'
import './concept-map.css'

type MapConcept = ConceptMapReply['concepts'][number]
type MapEdge = ConceptMapReply['edges'][number]

/** `margin` is the room beside the first column, for the lines that go round it. */
const wide = { column: 216, node: 164, margin: 40 }
/** A concept with its neighbours on one side is whole on a phone. */
const narrow = { column: 168, node: 142, margin: 30 }
const row = { height: 76, node: 60 }

/** The drawing: what comes first on the left. Each concept is a link to the map around it, the one in the middle to its page. */
export function ConceptMap({ map }: { readonly map: ConceptMapReply }) {
  const frame = useRef<HTMLDivElement>(null)
  const first = Math.min(...map.concepts.map((concept) => concept.column))
  const { column, node, margin } = matchMedia('(max-width: 30rem)').matches ? narrow : wide
  const boxOf = (concept: MapConcept): Box => {
    const left = margin + (concept.column - first) * column
    return { left, right: left + node, top: concept.row * row.height, bow: margin - 4 }
  }
  const width = Math.max(...map.concepts.map((concept) => boxOf(concept).right))
  const height = Math.max(...map.concepts.map((concept) => boxOf(concept).top)) + row.node
  const boxes = new Map(map.concepts.map((concept) => [concept.conceptId, boxOf(concept)]))
  const centre = map.concepts[0]
  useLayoutEffect(() => {
    const [box, element] = [centre && boxOf(centre), frame.current]
    if (box === undefined || element === null) return
    element.scrollLeft = (box.left + box.right - element.clientWidth) / 2
  }, [centre?.conceptId])
  return (
    <div class="map-frame" ref={frame}>
      <div class="map-sheet" style={{ width: `${width}px`, height: `${height}px` }}>
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          <defs>
            <marker
              id="map-arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8Z" />
            </marker>
          </defs>
          {map.edges.map((edge) => (
            <EdgeLine key={`${edge.kind} ${edge.from} ${edge.to}`} edge={edge} boxes={boxes} />
          ))}
        </svg>
        {map.concepts.map((concept) => (
          <MapNode
            key={concept.conceptId}
            concept={concept}
            box={boxOf(concept)}
            onKeyDown={(event) => walk(event, concept, map.concepts)}
          />
        ))}
      </div>
    </div>
  )
}

interface Box {
  readonly left: number
  readonly right: number
  /** How far a line may bow out to its left. */
  readonly bow: number
  readonly top: number
}

interface MapNodeProps {
  readonly concept: MapConcept
  readonly box: Box
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function MapNode({ concept, box, onKeyDown }: MapNodeProps) {
  const { conceptId, term, level, thin, due, steps } = concept
  return (
    <a
      class={`map-node${steps === 0 ? ' centre' : ''}`}
      style={{
        left: `${box.left}px`,
        top: `${box.top}px`,
        width: `${box.right - box.left}px`,
        height: `${row.node}px`,
      }}
      href={steps === 0 ? paths.concept(conceptId) : mapOf(conceptId)}
      data-concept={conceptId}
      onKeyDown={onKeyDown}
      title={plainLine(term)}
    >
      <span class="map-node-term">
        <InlineText text={term} />
      </span>
      <span class="map-node-state nums">
        <LevelMark level={level} thin={thin} />
        {due === 0 ? null : <span>{due} due</span>}
      </span>
    </a>
  )
}

interface EdgeLineProps {
  readonly edge: MapEdge
  readonly boxes: ReadonlyMap<string, Box>
}

function EdgeLine({ edge, boxes }: EdgeLineProps) {
  const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)]
  if (from === undefined || to === undefined) return null
  const isDirected = edge.kind === 'prerequisite' || edge.kind === 'suggested'
  return (
    <path
      class={`map-edge ${edge.kind}`}
      d={pathBetween(from, to)}
      marker-end={isDirected ? 'url(#map-arrow)' : undefined}
    />
  )
}

/** From the right side of one to the left side of the other; within a column a bow on the left, the wider the further. */
function pathBetween(from: Box, to: Box): string {
  const [y1, y2] = [from.top + row.node / 2, to.top + row.node / 2]
  if (from.left === to.left) {
    const bow = from.left - Math.min(from.bow, 10 + Math.abs(y2 - y1) / 12)
    return `M${from.left} ${y1}C${bow} ${y1} ${bow} ${y2} ${to.left} ${y2}`
  }
  const [start, end] = from.left < to.left ? [from.right, to.left] : [from.left, to.right]
  const middle = (start + end) / 2
  return `M${start} ${y1}C${middle} ${y1} ${middle} ${y2} ${end} ${y2}`
}

/** Arrow keys go to the nearest concept on that side. */
function walk(event: KeyboardEvent, at: MapConcept, concepts: readonly MapConcept[]): void {
  const step = steps[event.key]
  if (step === undefined) return
  const away = (one: MapConcept) =>
    step.column !== 0 ? Math.abs(one.row - at.row) : (one.row - at.row) * step.row
  const [next] = concepts
    .filter((one) => one.column === at.column + step.column && (step.column !== 0 || away(one) > 0))
    .sort((a, b) => away(a) - away(b))
  if (next === undefined) return
  event.preventDefault()
  document.querySelector<HTMLElement>(`.map-node[data-concept="${next.conceptId}"]`)?.focus()
}

const steps: Readonly<Record<string, { readonly column: number; readonly row: number } | undefined>> = {
  ArrowLeft: { column: -1, row: 0 },
  ArrowRight: { column: 1, row: 0 },
  ArrowUp: { column: 0, row: -1 },
  ArrowDown: { column: 0, row: 1 },
}
