import { useEffect, useState } from 'preact/hooks'
import { formulaClass } from '../../shared/note/formula-html.ts'

interface FormulaProps {
  readonly tex: string
  readonly isBlock: boolean
}

type Draw = (tex: string, isBlock: boolean) => string | null

/** What draws formulas is large, and few notes have any: it comes with the first. */
let draw: Draw | null = null

/** A formula as a reader sees it, and as it was written while that cannot be drawn. */
export function Formula({ tex, isBlock }: FormulaProps) {
  const [, setReady] = useState(draw !== null)
  useEffect(() => {
    if (draw !== null) return
    import('./draw-formula.ts').then(
      (module) => {
        draw = module.drawFormula
        setReady(true)
      },
      () => {},
    )
  }, [])
  const html = draw?.(tex, isBlock) ?? null
  if (html === null) return <code dir="ltr">{tex}</code>
  return <span class={formulaClass(tex, isBlock)} dir="ltr" dangerouslySetInnerHTML={{ __html: html }} />
}
