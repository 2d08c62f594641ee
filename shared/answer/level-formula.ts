/** Letters and signs that TeX spells out. A command that is not here goes without its backslash. */
const texSigns: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ lambda λ mu μ ' +
    'nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ ' +
    'Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω times × cdot · le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ pm ± infty ∞ ' +
    'uparrow ↑ downarrow ↓ Uparrow ↑ Downarrow ↓ rightarrow → to → longrightarrow → leftarrow ← partial ∂ nabla ∇ sum Σ int ∫ sqrt √ degree ° circ ° in ∈ propto ∝'
  )
    .split(' ')
    .flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1] ?? '']] : [])),
)

/** A formula of TeX as a reader sees it, in one line: `\Delta G = \frac{a}{b}` is "ΔG = a/b". Other words stay. */
export function levelFormula(text: string): string {
  if (!/[\\$^_{}<]/.test(text)) return text
  return spellFormula(text.replaceAll(/<\/?(?:su[bp]|[bi]|em|strong)>/gi, '')).replaceAll(/[\\${}^_]/g, '')
}

/** A formula of TeX as it is typed in one line, with `^` and `_` where something is raised or lowered, and its braces. */
export function spellFormula(tex: string): string {
  return tex
    .replaceAll(/\\[dt]?frac\s*(?:\{([^{}]{0,200}(?:\{[^{}]{0,100}\}[^{}]{0,200}){0,4})\}|(\w))\s*/g, '$1$2/')
    .replaceAll(/\\(?:text|mathrm|mathbf|mathit|ce|left|right|displaystyle|,|;|!|quad)\b\s?/g, '')
    .replaceAll(/\\([A-Za-z]+)\s*/g, (_, name: string) => texSigns[name] ?? `${name} `)
}

/** A text without what may be set in several ways: two spellings of a formula, or of a word run together, are one. */
export function squeezed(text: string): string {
  return levelFormula(text.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/[−–—]/g, '-')
    .replaceAll(/[\s·*×()[\],'’"“”]/g, '')
}
