import MarkdownIt from 'markdown-it'
import { escapeHtml } from '../../shared/note/code-html.ts'
import { renderCode } from './render-code.ts'
import { mathRule } from './render-math.ts'

// `html: false` shows raw HTML as text, and links to javascript: or data: are left as text: the output is safe as it is.
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: false })
// Card text comes from notes and may be opened anywhere: images would call home, so their names stand in for them.
markdown.renderer.rules['image'] = (tokens, index) =>
  `(picture: ${escapeHtml(tokens[index]?.content || String(tokens[index]?.attrGet('src') ?? ''))})`
markdown.use(mathRule)
// A direction of its own keeps code and formulas out of what tells the direction of the text around them.
markdown.renderer.rules['code_inline'] = (tokens, index) =>
  `<code dir="ltr">${escapeHtml(tokens[index]?.content ?? '')}</code>`
// A block without a language takes the same way as one with; its own name for the language never becomes a class.
markdown.renderer.rules['fence'] = (tokens, index) => {
  const token = tokens[index]
  return token === undefined ? '' : renderCode(token.content, token.info)
}

/** Inline Markdown as safe HTML. */
export function renderInline(text: string): string {
  return markdown.renderInline(text)
}

/** Markdown with blocks as safe HTML. */
export function renderBlocks(text: string): string {
  return markdown.render(text)
}

// A sign of private use: no note that anyone reads has it, and Markdown leaves it where it stands.
const gapSign = '\ue000'

/** A sentence with one gap as safe HTML: the gap is an element that is read aloud as “blank”. */
export function renderGap(before: string, after: string): string {
  const clean = (text: string) => text.replaceAll(gapSign, '')
  return markdown
    .renderInline(clean(before) + gapSign + clean(after))
    .replace(gapSign, '<span class="gap" role="img" aria-label="blank"></span>')
}
