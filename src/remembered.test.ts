import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('what was said of a text is said again without asking, null too', () => {
  const asked: string[] = []
  const lengthOf = remembered((text) => {
    asked.push(text)
    return text === '' ? null : text.length
  })
  expect([lengthOf('xã'), lengthOf(''), lengthOf('xã'), lengthOf('')]).toEqual([2, null, 2, null])
  expect(asked).toEqual(['xã', ''])
})

test('long texts, and more texts than are remembered, are answered all the same', () => {
  let asked = 0
  const lengthOf = remembered((text) => {
    asked += 1
    return text.length
  })
  const long = 'a'.repeat(513)
  expect([lengthOf(long), lengthOf(long), asked]).toEqual([513, 513, 2])
  for (let at = 0; at < 9000; at++) expect(lengthOf(`${at}`)).toBe(`${at}`.length)
  expect(lengthOf('0')).toBe(1)
})
