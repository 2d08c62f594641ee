import { expect, test } from 'vitest'
import { spelledOutIn } from '../../../shared/language/spelled-out.ts'

test.each([
  ['La ONU (Organización de las Naciones Unidas) se fundó', 'ONU', 'Organización de las Naciones Unidas'],
  ['A Organização Mundial da Saúde (OMS) publica', 'OMS', 'Organização Mundial da Saúde'],
  ['l’acide désoxyribose nucléique (ADN)', 'ADN', 'acide désoxyribose nucléique'],
  ['ВВП (валовой внутренний продукт)', 'ВВП', 'валовой внутренний продукт'],
])('%s', (text, short, long) => {
  expect(spelledOutIn(text)).toEqual([{ short, long }])
})

test('brackets that spell nothing out give nothing', () => {
  expect(spelledOutIn('El río (largo y ancho) llega al mar (OK)')).toEqual([])
})
