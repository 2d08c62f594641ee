import { isProperName } from './title-case.ts'
import { topicOf } from './topics.ts'

/**
 * True for the name of something that one uses: a tool, a command, a device, a drug. Of such a thing a gerund says the use
 * ("Redis: caching pages"); of anything else it says what the thing is ("Demerger: breaking up a firm").
 */
export function isUsedThing(term: string, headings: readonly string[] = []): boolean {
  const bare = term.replace(/\s*\([^)]*\)/g, '').trim()
  if (/^`[^`]+`/.test(bare) || headings.some((heading) => toolsHeading.test(heading))) return true
  const words = bare.split(/[\s/+&]+/)
  const last = words.at(-1) ?? ''
  if (usedHead.test(last)) return true
  return words.some(isProduct) && (words.length === 1 || !/^\p{Ll}/u.test(last)) && !deed.test(last)
}

/** "GraphQL", "S3", "Docker", "Next.js", "grpc": how products spell themselves, and products that many notes name. */
const isProduct = (word: string): boolean =>
  isProperName(word) ||
  topicOf(word) !== undefined ||
  /^\p{Lu}[\p{Lu}\p{N}]+s?$|\p{Ll}\p{Lu}|^\p{L}+\p{N}+$|\.(?:js|py|io|net)$|^\p{Ll}+[-_]\p{Ll}+$|^[b-df-hj-np-tv-xz]{2,}$/u.test(
    word,
  )

/** What is done and not used. */
const deed =
  /(?:tion|sion|ment|ance|ence|ity|ing|ism|sis|age)$|^(?:attack|backup|behaviou?r|breach|code|effect|error|fraud|law|merger|design|formula|problem|review|rule|strategy|theory)s?$/i

/** Headings below which things to use are listed. */
const toolsHeading =
  /\b(?:apps|commands|devices|drugs|equipment|frameworks|instruments|libraries|medications?|packages|platforms|plugins|softwares?|stack|technologies|tech|tools|toolkit|utilities)\b/i

/** What is made to be used, by its own name. */
const usedHead =
  /^(?:\p{L}+(?:ware|scope|meter|graph)|adapter|analy[sz]er|annotation|api|app|balancer|board|broker|browser|bucket|builder|buffer|cache|chart|client|column|command|compiler|component|container|controller|cookie|dashboard|database|decorator|device|driver|drug|engine|equipment|field|file|filter|firewall|flag|framework|function|gateway|handler|header|helper|hook|index|instrument|interface|interceptor|key|language|layer|library|linter|loader|lock|machine|manager|map|microscope|migration|module|monitor|operator|package|parameter|parser|pipeline|platform|plugin|pointer|pool|processor|protocol|proxy|queue|record|register|registry|repository|router|runner|scanner|scheduler|schema|script|sensor|serializer|server|service|session|shell|software|stack|statement|storage|store|suite|switch|table|tag|template|terminal|test|token|tool|toolkit|trigger|tree|utility|validator|valve|variable|view|viewer|wrapper)s?$/iu
