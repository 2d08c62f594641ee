const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The text of an answer that the server made into HTML, code in backticks as the note had it. */
export function plainText(html: string): string {
  return html
    .replace(/<\/?code[^>]*>/g, '`')
    .replace(/<annotation[^>]*>[^<]*<\/annotation>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .trim()
}
