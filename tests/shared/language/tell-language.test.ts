import { expect, test } from 'vitest'
import { tellLanguage } from '../../../shared/language/tell-language.ts'

test.each([
  ['en', 'The keel is the lowest beam of a ship and runs from bow to stern.'],
  ['es', 'La quilla es la pieza más baja del barco y va de proa a popa.'],
  ['pt', 'A quilha é a peça mais baixa do navio e vai da proa à popa.'],
  ['fr', 'La quille est la pièce la plus basse du navire et va de la proue à la poupe.'],
  ['de', 'Der Kiel ist der unterste Balken des Schiffes und läuft vom Bug bis zum Heck.'],
  ['other', 'Киль это нижняя балка корабля'],
  ['other', '龙骨是船底的主要构件'],
  ['other', 'Stępka jest najniższą belką statku i nie może być naprawiona na morzu.'],
  ['other', 'De kiel is het laagste deel van het schip en wordt met bouten vastgezet.'],
])('%s: %s', (tongue, text) => {
  expect(tellLanguage(text)).toBe(tongue)
})

test.each(['TCP', 'Mozart', '3.14', 'CI/CD', '`de la`', 'Non-linear optics', 'Deoxyribonucleic acid'])(
  'nothing is told of “%s”, which holds no small words together',
  (text) => {
    expect(tellLanguage(text)).toBeUndefined()
  },
)

test('words that neighbours share say only that a text is not English', () => {
  expect(tellLanguage('amenaza que impide mover una pieza')).toBe('foreign')
})
