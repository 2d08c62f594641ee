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
        {level < 2
          ? null
          : [0, 1, 2, 3].map((bar) => (
              <rect
                key={bar}
                class={bar < level - 1 ? '' : 'off'}
                x={bar * 5.5 + 0.75}
                y={9.5 - bar * 3}
                width="3.5"
                height={6 + bar * 3}
                rx="0.75"
              />
            ))}
      </svg>
      {levels[level]?.name ?? ''}
      {thin && level > 0 ? <span class="level-thin-words">thin evidence</span> : null}
    </span>
  )
}
