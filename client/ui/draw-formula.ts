import katex from 'katex'
import { formulaHtml } from '../../shared/note/formula-html.ts'

/** A formula as safe MathML; null where it cannot be read. */
export function drawFormula(tex: string, isBlock: boolean): string | null {
  return formulaHtml((written, options) => katex.renderToString(written, options), tex, isBlock)
}
