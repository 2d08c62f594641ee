/** Letters that are one with their stroke, hook or partner: no mark can be taken off them. */
const bareLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ŧ: 't',
  ё: 'е',
  þ: 'th',
}

/**
 * The text in small letters, without what people leave out who type on another keyboard: the marks of Latin and Greek
 * letters, and strokes ("résumé", "Đà Nẵng", "café"). The marks of other scripts are letters of their own, and stay.
 */
export function withoutAccents(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[đðħıłøœæŧёþ]/g, (letter) => bareLetters[letter] ?? letter)
}
