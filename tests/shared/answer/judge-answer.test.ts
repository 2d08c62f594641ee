import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeAnswer } from '../../../shared/answer/judge-answer.ts'

const none: ReadonlySet<string> = new Set()
const known = new Set([
  'MVC',
  'MVT',
  'Redis',
  'PUT',
  'POST',
  'GET',
  'Regex',
  'Serializer',
  'Docker',
  'Dockerfile',
])
const judge = (answers: string | string[], given: string, terms: ReadonlySet<string> = known) =>
  judgeAnswer({ answers: [answers].flat(), mode: 'text' }, given, terms).verdict
const judgeCode = (answer: string, given: string) =>
  judgeAnswer({ answers: [answer], mode: 'code' }, given, none).verdict

describe('a typed answer is right whatever its dress', () => {
  test.each([
    ['Redis', 'redis'],
    ['Redis', '  REDIS  '],
    ['Redis', '`Redis`'],
    ['Redis', 'Redis.'],
    ['Redis', '“Redis”'],
    ['Redis', '(Redis)'],
    ['the admin panel', 'admin panel'],
    ['Admin panel', 'The  admin\tpanel!'],
    ['An index', 'index'],
    ['Model-View-Controller', 'Model–View–Controller'],
    ['Model-View-Controller', 'model view controller'],
    ["Django's ORM", 'Django’s ORM'],
    ['`select_related()`', 'select_related'],
    ['.NET', '.net'],
    ['C++', 'c++'],
    ['Ｒｅｄｉｓ', 'redis'],
    ['Straße', 'STRASSE'],
    ['core (foundational) language', 'core language'],
    ['404', '404.'],
  ])('%s is answered by "%s"', (expected, given) => {
    expect(judge(expected, given)).toBe('right')
  })
})

describe('what a keyboard has no key for is typed otherwise', () => {
  test.each([
    ['10⁶', '10^6'],
    ['10⁶', '10 ^ 6'],
    ['10⁶', '10**6'],
    ['10⁶', '10⁶'],
    ['10⁶ bytes', '10^6 bytes'],
    ['$10^6$', '10^6'],
    ['$10^{6}$', '10⁶'],
    ['10⁻³', '10^-3'],
    ['2ⁿ⁺¹', '2^(n+1)'],
    ['$2^{n+1}$', '2^(n+1)'],
    ['O(n²)', 'O(n^2)'],
    ['O(2ⁿ)', 'o(2^n)'],
    ['m²', 'm2'],
    ['H₂O', 'H2O'],
    ['$H_2O$', 'h2o'],
    ['Ca²⁺', 'Ca2+'],
    ['101₂', '101_2'],
    ['½', '1/2'],
    ['1/2', '½'],
    ['1½', '1 1/2'],
    ['$\\frac{1}{2}$', '1/2'],
    ['¾ cup', '3/4 cup'],
    ['3 × 4', '3*4'],
    ['3×4', '3x4'],
    ['x ≤ y', 'x <= y'],
    ['42', '٤٢'],
    ['۱۴۰۰', '1400'],
    ['१०', '10'],
    ['co\u00ADoperate', 'cooperate'],
    ['\u200Ftempo\u200E', 'tempo'],
    ['data\u200Bbase', 'database'],
    ['می\u200Cخواهم', 'میخواهم'],
    ['צה״ל', 'צה"ל'],
    ['ג׳ירפה', "ג'ירפה"],
    ['בית־ספר', 'בית-ספר'],
    ['شَمْس', 'شمس'],
    ['شمس', 'شَمْس'],
    ['שָׁלוֹם', 'שלום'],
    ['كتاب', 'کتاب'],
    ['کیا؟', 'کیا'],
    ['東京。', '東京'],
    ['한국', '한국'.normalize('NFD')],
    ['crème brûlée', 'crème brûlée'.normalize('NFD')],
  ])('%s is answered by "%s"', (expected, given) => {
    expect(judge(expected, given)).toBe('right')
  })

  test.each([
    ['10⁶', '106'],
    ['10⁶ bytes', '106 bytes'],
    ['106', '10⁶'],
    ['$10^6$', '106'],
    ['O(2ⁿ)', 'O(2n)'],
    ['2ⁿ⁺¹', '2^n+1'],
    ['101₂', '1012'],
    ['10⁻³', '10-3'],
    ['½', '12'],
    ['1½', '11/2'],
    ['½', '1/3'],
    ['٤٢', '24'],
    ['שָׁלוֹם', 'שֵׁלוּם'],
    ['كَتَبَ', 'كُتُب'],
    ['か', 'が'],
    ['résumé', 'resume'],
    ['peña', 'pena'],
  ])('%s is not answered by "%s"', (expected, given) => {
    expect(judge(expected, given)).toBe('wrong')
  })
})

describe('where the learner may leave accents out', () => {
  const freely = (answer: string, given: string) =>
    judgeAnswer({ answers: [answer], mode: 'text', accents: 'free' }, given, none).verdict
  test.each([
    ['résumé', 'resume'],
    ['resume', 'résumé'],
    ['Đà Nẵng', 'Da Nang'],
    ['smørrebrød', 'smorrebrod'],
    ['Łódź', 'Lodz'],
    ['œuvre', 'oeuvre'],
    ['άνθρωπος', 'ανθρωπος'],
    ['ёлка', 'елка'],
    ['el niño', 'el nino'],
  ])('%s is answered by "%s"', (answer, given) => {
    expect(freely(answer, given)).toBe('right')
  })
  test.each([
    ['résumé', 'revue'],
    ['が', 'か'],
    ['कि', 'क'],
    ['мой', 'мои'],
    ['10⁶', '106'],
  ])('%s is not answered by "%s": what is no accent stays', (answer, given) => {
    expect(freely(answer, given)).toBe('wrong')
  })
})

describe('an acronym and its expansion stand for each other where the notes pair them', () => {
  test.each([
    [['TTL', 'Time to Live'], 'time to live'],
    [['Time to Live', 'TTL'], 'ttl'],
    [['Time to Live (TTL)'], 'TTL'],
    [['Time to Live (TTL)'], 'Time to Live'],
    [['TTL (Time to Live)'], 'Time to live (TTL)'],
    [['Time to Live'], 'Time to Live (TTL)'],
    [['Create, Read, Update, Delete (CRUD)'], 'CRUD'],
  ])('%j is answered by "%s"', (answers, given) => {
    expect(judge(answers, given)).toBe('right')
  })

  test('an acronym alone does not answer what it stands for', () => {
    expect(judge('Time to Live', 'TTL')).toBe('wrong')
  })
})

describe('a slip of the pen is near, and names the answer it came close to', () => {
  test.each([
    ['Redis', 'redsi'],
    ['Redis', 'reddis'],
    ['Redis', 'erdis'],
    ['PostgreSQL', 'postgrsql'],
    ['Memcached', 'memchaced'],
    ['Time to Live', 'tiem to live'],
    ['Serializers', 'serializer'],
    ['indexes', 'index'],
    ['normalization', 'normalisation'],
    ['Model-View-Controller', 'model view controler'],
  ])('%s from "%s"', (expected, given) => {
    const { verdict, matched } = judgeAnswer(
      { answers: ['something else', expected], mode: 'text' },
      given,
      none,
    )
    expect({ verdict, matched }).toEqual({ verdict: 'near', matched: expected })
  })
})

describe('another answer is never a slip', () => {
  test.each([
    ['MVT', 'MVC'],
    ['MVC', 'MVT'],
    ['MVT pattern', 'MVC pattern'],
    ['PUT', 'POST'],
    ['POST', 'PUT'],
    ['GET request', 'PUT request'],
    ['POST request', 'PUT request'],
    ['401', '404'],
    ['HTTP 401', 'HTTP 404'],
    ['status 401', 'status 404'],
    ['UTF-8', 'UTF-16'],
    ['OAuth 1', 'OAuth 2'],
    ['IPv4 address', 'IPv6 address'],
    ['Redis', 'Regex'],
    ['HTTPS', 'HTTP'],
    ['HTTP', 'HTTPS'],
    ['REST', 'TEST'],
    ['asynchronous', 'synchronous'],
    ['hypothyroidism', 'hyperthyroidism'],
    ['abduction', 'adduction'],
    ['efferent', 'afferent'],
    ['prokaryote', 'eukaryote'],
    ['endothermic', 'exothermic'],
    ['encryption', 'decryption'],
    ['normalization', 'denormalization'],
    ['increment', 'decrement'],
    ['is not cached', 'is now cached'],
    ['two-phase commit', 'ten-phase commit'],
    ['Docker', 'Rocket'],
    ['Redis', ''],
    ['Redis', ' ?! '],
    ['-1', '1'],
    ['1-5', '15'],
  ])('%s is not answered by "%s"', (expected, given) => {
    expect(judge(expected, given)).toBe('wrong')
  })

  test('a slip that spells another known term is that term', () => {
    expect(judge('cached', 'caches', none)).toBe('near')
    expect(judge('cached', 'caches', new Set(['Caches']))).toBe('wrong')
    expect(judge('cached pages', 'caches pages', new Set(['`caches`']))).toBe('wrong')
  })
})

describe('code keeps its case and punctuation', () => {
  test.each([
    ['`print(x)`', 'print( x )', 'right'],
    ['`git  push`', 'git push', 'right'],
    ['`git push`', 'gitpush', 'wrong'],
    ['`cache.get("k")`', 'cache.get(“k”)', 'right'],
    ['`select_related`', 'Select_Related', 'wrong'],
    ['`select_related`', 'select_relatde', 'wrong'],
    ['`f()`', 'f', 'wrong'],
    ['`-m`', '-M', 'wrong'],
    ['`x`', '', 'wrong'],
  ])('%s against "%s" is %s', (expected, given, verdict) => {
    expect(judgeCode(expected, given)).toBe(verdict)
  })
})

test('an accepted answer is always right, spaced and cased at will', () => {
  const word = fc.stringMatching(/^[a-zA-Z]{1,12}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.boolean(), (words, upper) => {
      const answer = words.join(' ')
      const given = `  ${upper ? answer.toUpperCase() : answer.toLowerCase()} `.replace(/ /g, '  ')
      return judge(['other', answer], given) === 'right'
    }),
  )
})

test('any answer against any other ends, with a matched answer unless it is wrong', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      (a, b) => {
        const { verdict, matched } = judgeAnswer({ answers: [a], mode: 'text' }, b, known)
        return (verdict === 'wrong') === (matched === null)
      },
    ),
  )
})

test('words of four letters or fewer never pass for each other', () => {
  const short = fc.stringMatching(/^[a-z]{1,4}$/)
  fc.assert(
    fc.property(short, short, (a, b) => {
      fc.pre(a !== b)
      return judge(a, b, none) === 'wrong'
    }),
  )
})
