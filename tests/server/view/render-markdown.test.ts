import { describe, expect, test } from 'vitest'
import { renderBlocks, renderInline } from '../../../server/view/render-markdown.ts'

describe('code', () => {
  test('of a known language is marked word by word, and nothing in it is lost', () => {
    const html = renderBlocks('```ts\nconst a: string = `<b>` // no\n```')
    expect(html).toContain('<span class="hljs-keyword">const</span>')
    expect(html.replace(/<[^>]*>/g, '')).toContain('const a: string = `&lt;b&gt;` // no')
  })

  test.each(['', 'nonsense', '"><script>alert(1)</script>', '__proto__', 'constructor'])(
    'of the language %j is plain text',
    (info) => {
      const html = renderBlocks(`\`\`\`${info}\n<i onclick=x>\n\`\`\``)
      expect(html).toBe('<pre dir="ltr"><code>&lt;i onclick=x&gt;\n</code></pre>')
    },
  )
})

/** What a formula became, without the one element that we put around it. */
const bareMath = (html: string) =>
  html.replace(/<span class="formula(?: long)?" dir="ltr">([^]*?)<\/span>/g, '$1')

describe('maths', () => {
  test('is MathML without styles, classes or scripts', () => {
    const html = renderInline('What is $\\frac{a}{b}$?')
    expect(html).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML">')
    expect(html).toContain('<mfrac><mi>a</mi><mi>b</mi></mfrac>')
    expect(bareMath(html)).not.toMatch(/style=|class=|<span/)
  })

  test('that may be wider than a phone scrolls in its place, and a short formula stays in its line', () => {
    expect(renderInline('$x^2$')).toContain('<span class="formula" dir="ltr">')
    expect(renderInline('$a_1 + a_2 + a_3 + a_4 + a_5$')).toContain('<span class="formula long" dir="ltr">')
    expect(renderBlocks('$$x$$')).toContain('<span class="formula long" dir="ltr">')
  })

  test('of its own line is set as a block', () => {
    expect(renderBlocks('$$\\sum_i x_i$$')).toContain('display="block"')
  })

  test('may hold blank lines and be written in brackets', () => {
    expect(renderBlocks('So\n$$\na\n\nb\n$$\nfor all')).toMatch(/So[^]*display="block"[^]*for all/)
    expect(renderInline('Let \\(x_1\\) be')).toContain('<msub>')
  })

  test.each([
    ['It costs $5 and $6.', 'It costs $5 and $6.'],
    ['From $ 3 to 4 $', 'From $ 3 to 4 $'],
    ['one \\(optional\\) part', 'one (optional) part'],
    ['`$HOME` and `$PATH`', '<code dir="ltr">$HOME</code> and <code dir="ltr">$PATH</code>'],
  ])('%s is none', (text, html) => expect(renderInline(text)).toBe(html))

  test.each([
    '\\href{javascript:alert(1)}{x}',
    '\\htmlClass{evil}{x}',
    '\\htmlStyle{position:fixed}{x}',
    '\\includegraphics{http://evil/x.png}',
    '\\unknowncommand{',
    '<script>alert(1)</script>',
    '\\text{<img src=x onerror=alert(1)>}',
  ])('cannot bring in anything else: %s', (tex) => {
    const html = bareMath(renderInline(`$${tex}$`))
    expect(html).not.toMatch(/<(?:script|img|a|span|iframe|svg)\b|<[^>]*\s(?:on\w+|href|style|class|src)=/)
  })
})
