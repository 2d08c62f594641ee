import { createRequire } from 'node:module'
import type { HLJSApi, LanguageFn } from 'highlight.js'

// Loaded when the first card with code is shown, and then only the languages that cards use. Both are read at once, because
// cards are rendered in the middle of one answer.
const load = createRequire(import.meta.url)
let highlighter: HLJSApi | null = null

/** What a fence may call a language, by the name of the file that knows it. */
const languages: Readonly<Record<string, string>> = {
  bash: 'bash',
  c: 'c',
  'c++': 'cpp',
  console: 'shell',
  cpp: 'cpp',
  cs: 'csharp',
  csharp: 'csharp',
  css: 'css',
  diff: 'diff',
  docker: 'dockerfile',
  dockerfile: 'dockerfile',
  elixir: 'elixir',
  go: 'go',
  graphql: 'graphql',
  haskell: 'haskell',
  html: 'xml',
  http: 'http',
  ini: 'ini',
  java: 'java',
  javascript: 'javascript',
  js: 'javascript',
  json: 'json',
  jsx: 'javascript',
  kotlin: 'kotlin',
  lua: 'lua',
  make: 'makefile',
  makefile: 'makefile',
  nginx: 'nginx',
  php: 'php',
  ps1: 'powershell',
  powershell: 'powershell',
  py: 'python',
  python: 'python',
  r: 'r',
  rb: 'ruby',
  ruby: 'ruby',
  rs: 'rust',
  rust: 'rust',
  scss: 'scss',
  sh: 'bash',
  shell: 'bash',
  sql: 'sql',
  swift: 'swift',
  toml: 'ini',
  ts: 'typescript',
  tsx: 'typescript',
  typescript: 'typescript',
  xml: 'xml',
  yaml: 'yaml',
  yml: 'yaml',
}
const longestCode = 20_000

/** A code block as safe HTML: its words in spans where the language is known, plain text where it is not. */
export function renderCode(code: string, info: string): string {
  const name = languages[info.trim().split(/\s/)[0]?.toLowerCase() ?? '']
  const inner = name === undefined || code.length > longestCode ? escapeHtml(code) : highlight(code, name)
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

/** The highlighter makes spans with its own classes and nothing else; whatever else it made is shown as text. */
function onlyKnownSpans(html: string): string {
  return html.replace(/<[^>]*>/g, (tag) =>
    tag === '</span>' || /^<span class="(?:hljs|language)-[\w-]+(?: [\w-]+_+)*">$/.test(tag)
      ? tag
      : escapeHtml(tag),
  )
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')
}
