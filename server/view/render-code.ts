import { createRequire } from 'node:module'
import type { HLJSApi, LanguageFn } from 'highlight.js'
import { escapeHtml, highlighterOf, onlyKnownSpans } from '../../shared/note/code-html.ts'

// Loaded when the first card with code is shown, and then only the languages that cards use. Both are read at once, because
// cards are rendered in the middle of one answer.
const load = createRequire(import.meta.url)
let highlighter: HLJSApi | null = null

/** A code block as safe HTML: its words in spans where the language is known, plain text where it is not. */
export function renderCode(code: string, info: string): string {
  const name = highlighterOf(code, info)
  const inner = name === undefined ? escapeHtml(code) : highlight(code, name)
  return `<pre dir="ltr"><code>${inner}</code></pre>`
}

function highlight(code: string, language: string): string {
  try {
    highlighter ??= (load('highlight.js/lib/core') as HLJSApi).newInstance()
    if (highlighter.getLanguage(language) === undefined) {
      highlighter.registerLanguage(language, load(`highlight.js/lib/languages/${language}`) as LanguageFn)
    }
    return onlyKnownSpans(highlighter.highlight(code, { language, ignoreIllegals: true }).value)
  } catch {
    return escapeHtml(code)
  }
}
