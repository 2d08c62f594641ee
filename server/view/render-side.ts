import { assertNever } from '../../shared/basics/brand.ts'
import type { SideView, TextSide } from '../../shared/api/common.ts'
import type { CardContent } from '../../shared/card/card.ts'
import { rulesOf } from '../../shared/card/kinds/card-kinds.ts'
import type { SideLanguages } from '../../shared/card/side-languages.ts'
import type { Side } from '../../shared/card/kinds/kind-rules.ts'
import { renderBlocks, renderGap, renderInline } from './render-markdown.ts'

/** Both sides of a card as the page shows them. */
export function renderSides(
  content: CardContent,
  { front, back }: SideLanguages,
): { readonly prompt: TextSide; readonly answer: SideView } {
  const { prompt, answer } = rulesOf(content).sides(content)
  return { prompt: inLanguage(renderPrompt(prompt), front), answer: inLanguage(renderAnswer(answer), back) }
}

/** A side with the language that it is to be read in; English needs none. */
export const inLanguage = <View extends SideView>(side: View, lang: string | null): View =>
  lang === null ? side : { ...side, lang }

/** A question: a line of text, with code or a formula below it where it has some, or with its options. */
export function renderPrompt(side: Side): TextSide {
  switch (side.kind) {
    case 'text':
      return renderText(side.text)
    case 'gap':
      return toText(renderGap(side.before, side.after))
    case 'items':
      return toText(renderInline(side.items.join(', ')))
    case 'choices':
      return toText([side.text, ...side.options.map((text) => `– ${text}`)].map(renderInline).join('<br>'))
    default:
      return assertNever(side)
  }
}

/** An answer: text with blocks, or a list. */
export function renderAnswer(side: Side): SideView {
  switch (side.kind) {
    case 'text':
      return toText(renderBlocks(side.text))
    case 'gap':
    case 'choices':
      return renderPrompt(side)
    case 'items': {
      const items = side.items.map(renderInline)
      return { kind: 'items', text: items.map(bareText).join(' '), items }
    }
    default:
      return assertNever(side)
  }
}

/** A text that may be of one line, such as an option, or have blocks. */
export function renderText(text: string): TextSide {
  return toText(text.includes('\n') ? renderBlocks(text) : renderInline(text))
}

const toText = (html: string): TextSide => ({ kind: 'text', text: bareText(html), html })

/** The words of our own HTML. They are compared and announced, never shown as HTML. */
function bareText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
