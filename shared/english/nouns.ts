import { remembering, upTo } from '../basics/text.ts'
import { isIrregularPlural } from './irregular-plurals.ts'

const singleNames =
  /^(?:alias|atlas|bias|canvas|diabetes|gas|herpes|lens|measles|mumps|pancreas|rabies|rickets|Kubernetes|Jenkins|Postgres|Redis|Rails|Windows|Pandas|Express|Keras|DNS|AWS|CSS|HTTPS|TLS|OS|CORS|SaaS|PaaS|IaaS|Nuxt\.?js|HTTPs)$/i

/** True when an English term is plural, by the ending of its head noun. */
export const isPlural = remembering((term): boolean => {
  const bare = term
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/[`"'“”]/g, '')
    .trim()
  const last = /[^\s/]*$/.exec(upTo(bare, /\s+(?:at|by|for|from|in|of|on|per|to|with)\s+/))?.[0] ?? ''
  if (/\s(?:and|&)\s|\s\+\s/.test(bare)) return true
  if (/^(?:criteria|metrics|topics|heuristics|diagnostics|characteristics)$/i.test(last)) return true
  if (isIrregularPlural(last.toLowerCase())) return !bothNumbers.test(last)
  if (singleNames.test(last) || last.length < 4) return /^[A-Z]{2,}s$/.test(last)
  return /[^suis']s$/.test(last) && !/(?:ics|ss|ous|sis|js)$/i.test(last)
})

/** Plurals by their history that take a singular verb as well, or that their singular is like. */
const bothNumbers = /^(?:data|media|deer|fish|police|series|sheep|species)$/i

/** True for names of activities ("Database Design", "Code Review"): they involve something, they are not used for it. */
export function isActivity(term: string): boolean {
  const last =
    term
      .replace(/\s*\([^)]*\)/g, '')
      .trim()
      .split(/\s+/)
      .at(-1) ?? ''
  return /(?:ing|tion|sion|ment|ance|ence|sis|ship|ity|covery|livery|gery|query)$|^(?:design|control|review|reviews|analysis|strategy|strategies|skills|development|management|practice|practices|recovery|thinking|architecture|workflow|workflows|as code|code|operations|quality)$/i.test(
    last,
  )
}
