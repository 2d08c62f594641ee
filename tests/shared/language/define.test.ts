import { expect, test } from 'vitest'
import { isMeaningIn, isNameIn, readDefinition } from '../../../shared/language/define.ts'
import type { FramedLanguage } from '../../../shared/language/language.ts'

test.each<[FramedLanguage, string, string, string]>([
  [
    'es',
    'La ósmosis es el paso de agua por una membrana.',
    'la ósmosis',
    'el paso de agua por una membrana.',
  ],
  ['pt', 'As falhas são fraturas da crosta terrestre.', 'as falhas', 'fraturas da crosta terrestre.'],
  ['fr', 'L’osmose est un passage d’eau par une membrane.', 'l’osmose', 'un passage d’eau par une membrane.'],
  ['de', 'Die Tide ist der Wechsel von Ebbe und Flut.', 'die Tide', 'der Wechsel von Ebbe und Flut.'],
  ['pt', 'RNA (ribonucleic acid) é uma molécula que copia genes.', 'RNA', 'uma molécula que copia genes.'],
])('%s: “%s” defines', (language, sentence, named, meaning) => {
  expect(readDefinition(sentence, language)).toMatchObject({ named, meaning })
})

test.each<[FramedLanguage, string]>([
  ['es', 'Este proceso es el paso de agua por una membrana.'],
  ['es', 'Una ventaja es la rapidez con que se hace.'],
  ['es', 'El objetivo es la reducción de los costes.'],
  ['es', 'Las células son muy pequeñas y numerosas.'],
  ['es', 'La ósmosis no es un proceso que gaste energía.'],
  ['pt', 'Ela é uma rocha que se forma depressa.'],
  ['fr', 'C’est un tissu qui conduit la sève.'],
  ['fr', 'Lorsque le vent tombe, le voilier est un jouet de la mer.'],
  ['de', 'Ein Vorteil ist die Härte des Materials.'],
  ['de', 'Dabei ist der Wechsel von Ebbe und Flut wichtig.'],
])('%s: “%s” defines nothing', (language, sentence) => {
  expect(readDefinition(sentence, language)).toBeUndefined()
})

test.each<[FramedLanguage, string, boolean]>([
  ['de', 'Wand, die den Rumpf in Abteilungen trennt', true],
  ['de', 'Wenn das Tal vom Meer geflutet wird', true],
  ['de', 'Die Städte wurden durch den Handel reich', false],
  ['de', 'Die Werften führten dazu, dass mehr Schiffe liefen', false],
  ['de', 'Überrest des verwitterten Gesteins', true],
  ['de', 'siehe oben', false],
  ['de', 'ca doppelte Werte', false],
  ['pt', 'foi extraído nesta serra durante séculos', false],
  ['fr', '12 mètres environ', false],
  ['es', 'orgánulo que se ha formado de otro', true],
])('%s: “%s” after a label may be its meaning: %s', (language, text, may) => {
  expect(isMeaningIn(text, language)).toBe(may)
})

test.each<[FramedLanguage, string, boolean]>([
  ['fr', 'Effet de serre', true],
  ['fr', 'Si la tige casse', false],
  ['fr', 'Définition', false],
  ['de', 'Wenn die Erosion stark ist', false],
  ['de', 'Leeseite der Düne', true],
  ['pt', 'Vantagens', false],
  ['es', 'Uso según el caso', false],
])('%s: “%s” may be a term: %s', (language, label, may) => {
  expect(isNameIn(label, language)).toBe(may)
})
