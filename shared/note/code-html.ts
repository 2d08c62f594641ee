/** What a fence may call a language, by the name of the file that knows it. */
const files: Readonly<Record<string, string>> = {
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

/** The file of the highlighter that knows what a fence calls its language; undefined where none does, or for very long code. */
export function highlighterOf(code: string, info: string): string | undefined {
  const name = info.trim().split(/\s/)[0]?.toLowerCase() ?? ''
  return Object.hasOwn(files, name) && code.length <= longestCode ? files[name] : undefined
}

/** The highlighter makes spans with its own classes and nothing else; whatever else it made is shown as text. */
export function onlyKnownSpans(html: string): string {
  return html.replace(/<[^>]*>/g, (tag) =>
    tag === '</span>' || /^<span class="(?:hljs|language)-[\w-]+(?: [\w-]+_+)*">$/.test(tag)
      ? tag
      : escapeHtml(tag),
  )
}

/** Text as HTML that shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')
}
