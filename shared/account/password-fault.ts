import { nameKey } from './account.ts'

export const fewestLetters = 10
export const longestPassword = 256

/**
 * What is wrong with a new password, as a sentence; null when nothing is. Length is what counts, so there is no rule of
 * digits and signs: only what everyone would try first is refused.
 */
export function passwordFault(password: string, name: string): string | null {
  const letters = [...password]
  if (letters.length < fewestLetters)
    return `Use at least ${fewestLetters} letters for the password. A few words in a row are easy to remember.`
  if (password.length > longestPassword) return `Use at most ${longestPassword} letters for the password.`
  const plain = nameKey(password).replaceAll(/[^\p{L}\p{N}]/gu, '')
  const own = nameKey(name).replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (own.length >= 3 && plain.replaceAll(own, '').length < 4)
    return 'The password is little more than the name. Choose one that the name does not give away.'
  if (
    new Set(letters).size < 4 ||
    isRun(plain) ||
    firstTried.has(plain.replace(/\d+$/, '')) ||
    firstTried.has(plain)
  )
    return 'That password is one of the first that anybody tries. Choose another one.'
  return null
}

/** Letters or digits in the order of the alphabet or of a keyboard, forwards or backwards. */
function isRun(text: string): boolean {
  const backwards = [...text].reverse().join('')
  return rows.some((row) => row.repeat(3).includes(text) || row.repeat(3).includes(backwards))
}

const rows = [
  '1234567890',
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb',
]

const firstTried: ReadonlySet<string> = new Set(
  (
    'password passwort passw0rd p4ssword motdepasse contrasena letmein letmeinnow iloveyou welcome welcomehome changeme ' +
    'changemenow administrator admin adminadmin rootroot superuser supersecret mysecret secretsecret trustnoone trustno ' +
    'qwerty qwertyqwerty qwertyuiopas asdfasdf basketball baseball football liverpool manchester princess sunshine ' +
    'starwars superman spiderman whatever dragondragon monkeymonkey mynameis passwordpassword mypassword thepassword ' +
    'newpassword testtest testingtesting temporary default recollect recollectrecollect correcthorsebatterystaple'
  ).split(' '),
)
