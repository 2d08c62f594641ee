import { plainDigits } from '../../shared/basics/plain-digits.ts'

/** What tells which key is meant. */
export interface KeyOfBoard {
  readonly key: string
  /** Its place, by the name of the key that a Latin keyboard has there. */
  readonly code?: string
  readonly shiftKey?: boolean
  readonly getModifierState?: (name: string) => boolean
}

/**
 * What a key that is pressed may be called, the likeliest name first. Where a digit row writes signs (AZERTY, Czech, Thai) a
 * key is its digit before it is its sign; where letters are not Latin, a key is also what a Latin keyboard has in its place.
 */
export function namesOf(press: KeyOfBoard): readonly string[] {
  const { key, code = '', shiftKey } = press
  const name = plainDigits(key.toLowerCase())
  const digit = /^Digit(.)$/.exec(code)?.[1]
  if (digit !== undefined) return isShifted(press, name, digit) ? [name] : [digit, name]
  const place = /^Key(.)$/.exec(code)?.[1]?.toLowerCase() ?? signs[`${shiftKey ? 'Shift' : ''}${code}`]
  return place !== undefined && isForeign(name) ? [name, place] : [name]
}

/** The signs that do something, where other layouts have a letter or a sign of their own. */
const signs: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Slash: '/',
  ShiftSlash: '?',
}

/** Screen keyboards and scripts write an American sign without holding Shift; no digit row has it where they have it. */
const isShifted = (press: KeyOfBoard, name: string, digit: string): boolean =>
  press.shiftKey === true || writesSign(press) || ')!@#$%^&*('[Number(digit)] === name

/** Whether AltGr is held: it helps to write a sign, though some systems call it Ctrl with Alt. */
export const writesSign = (press: KeyOfBoard): boolean => press.getModifierState?.('AltGraph') === true

/** A sign tells nothing: Greek has ; at Q, and Dvorak at Z. It is taken as the last letter was. */
function isForeign(name: string): boolean {
  if (/^[\p{L}\p{M}]/u.test(name)) wasForeign = !/^\p{Script=Latin}/u.test(name)
  return wasForeign
}

let wasForeign = false
