import { levels } from '../words/levels.ts'
import './level-mark.css'

interface LevelMarkProps {
  readonly level: number
  /** Too little evidence to be sure: drawn hatched, and said. */
  readonly thin: boolean
}

/** A level as a word with its shape: empty ring, dot, then one bar a step. */
export function LevelMark({ level, thin }: LevelMarkProps) {
  return (
    <span class={`level level-${level}${thin && level > 0 ? ' thin' : ''}`}>
      <svg viewBox="0 0 22 16" aria-hidden="true">
        {level === 0 ? <circle class="ring" cx="8" cy="8" r="5" /> : null}
        {level === 1 ? <circle cx="8" cy="8" r="4.5" /> : null}
        {level < 2 ? null : <path d={barsOf(0, level - 1)} />}
        {level < 2 || level === 5 ? null : <path class="off" d={barsOf(level - 1, 4)} />}
      </svg>
      {levels[level]?.name ?? ''}
      {thin && level > 0 ? <span class="level-thin-words">thin evidence</span> : null}
    </span>
  )
}

/** Bars of a stair, from one step up to another: two shapes draw all four, because lists have many of them. */
function barsOf(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, i) => {
    const bar = from + i
    return `M${bar * 5.5 + 0.75} ${9.5 - bar * 3}h3.5v${6 + bar * 3}h-3.5z`
  }).join('')
}
