import MarkdownIt from 'markdown-it'
import { renderCode } from './render-code.ts'
import { mathRule } from './render-math.ts'

// `html: false` shows raw HTML as text, and links to javascript: or data: are left as text: the output is safe as it is.
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: false })
// Card text comes from notes and may be opened anywhere: images would call home, so their text stands in for them.
markdown.disable('image')
markdown.use(mathRule)
// A block without a language takes the same way as one with; its own name for the language never becomes a class.
markdown.renderer.rules['fence'] = (tokens, index) => {
  const token = tokens[index]
  return token === undefined ? '' : renderCode(token.content, token.info)
}

/** Inline Markdown as safe HTML. A gap of three underscores becomes an element that is read aloud as “blank”. */
export function renderPrompt(text: string): string {
  return markdown
    .renderInline(text)
    .replaceAll(/_{3,}/g, '<span class="gap" role="img" aria-label="blank"></span>')
}

/** An answer as safe HTML: one item a line becomes a list. */
export function renderAnswer(text: string, kind: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (kind !== 'list_recall' || lines.length < 2) return markdown.render(text)
  return `<ul>${lines.map((line) => `<li>${markdown.renderInline(line)}</li>`).join('')}</ul>`
}
