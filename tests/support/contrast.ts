import type { Page } from 'playwright-core'

/** An element, the two colours that have to be told apart, and how well they can be: 1 to 21. */
interface Contrast {
  readonly what: string
  readonly ratio: number
}

/** How well the edge or the fill of every element that fits `selector` stands out from what is around it. */
export function contrastsOf(page: Page, selector: string): Promise<Contrast[]> {
  return page.evaluate(measure, { selector, kind: 'shape' as const })
}

/** How well the ring of what has the focus stands out from what is around it; null where there is no ring. */
export async function ringContrast(page: Page): Promise<Contrast | null> {
  return (await page.evaluate(measure, { selector: ':focus', kind: 'ring' as const }))[0] ?? null
}

/** Runs in the page, where the colours are what the browser made of them. */
function measure({ selector, kind }: { selector: string; kind: 'shape' | 'ring' }): Contrast[] {
  type Colour = readonly [number, number, number, number]
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  const parse = (css: string): Colour => {
    if (brush === null || css === '' || css === 'none') return [0, 0, 0, 0]
    brush.clearRect(0, 0, 1, 1)
    brush.fillStyle = css
    brush.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 0] = brush.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const over = ([r, g, b, a]: Colour, under: Colour): Colour => [
    r * a + under[0] * (1 - a),
    g * a + under[1] * (1 - a),
    b * a + under[2] * (1 - a),
    1,
  ]
  const light = (colour: Colour) => {
    const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ratio = (a: Colour, b: Colour) => {
    const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y)
    return (high + 0.05) / (low + 0.05)
  }
  const ground = (element: Element | null): Colour => {
    if (element === null) return [255, 255, 255, 1]
    const own = parse(getComputedStyle(element).backgroundColor)
    return own[3] === 1 ? own : over(own, ground(element.parentElement))
  }
  const edgesOf = (style: CSSStyleDeclaration): Colour[] =>
    (['Top', 'Right', 'Bottom', 'Left'] as const).flatMap((side) =>
      Number.parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none'
        ? [parse(style[`border${side}Color`])]
        : [],
    )
  return [...document.querySelectorAll(selector)].flatMap((element) => {
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const isHidden = box.width < 2 || box.height < 2 || style.visibility === 'hidden'
    if (isHidden && !(element instanceof SVGElement)) return []
    const around = ground(element.parentElement)
    const what = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${element.textContent.trim().slice(0, 30)}`
    const against = (colour: Colour) => ratio(over(colour, around), around)
    if (kind === 'ring') {
      if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2) return []
      return [{ what, ratio: against(parse(style.outlineColor)) }]
    }
    if (element instanceof SVGElement) {
      const shades = [parse(style.fill), parse(style.stroke)].filter(([, , , alpha]) => alpha > 0)
      return [{ what, ratio: Math.max(0, ...shades.map(against)) }]
    }
    const edges = edgesOf(style)
    // Every edge has to be seen; a fill that stands out by itself needs none.
    const seen = Math.max(
      against(parse(style.backgroundColor)),
      edges.length === 0 ? 0 : Math.min(...edges.map(against)),
    )
    return [{ what, ratio: seen }]
  })
}
