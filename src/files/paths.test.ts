import { posix, win32 } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isInside, linkBetween, shownPath } from './paths.ts'

const LONG = 'Uỷ ban nhân dân phường '.repeat(14).trim()

describe('on Windows', () => {
  test.each([
    ['the folder itself', 'D:\\bc\\2024-H1', 'D:\\bc\\2024-H1', true],
    ['a file in it', 'D:\\bc\\2024-H1\\Quận 1\\a.xlsx', 'D:\\bc\\2024-H1', true],
    ['the drive in the other case', 'd:\\BC\\2024-H1\\a.xlsx', 'D:\\bc\\2024-H1', true],
    ['a name that begins with dots', 'D:\\bc\\..cũ\\a.xlsx', 'D:\\bc', true],
    ['the folder above', 'D:\\bc', 'D:\\bc\\2024-H1', false],
    ['a folder whose name goes on', 'D:\\bc\\2024-H1-tong-hop', 'D:\\bc\\2024-H1', false],
    ['another drive', 'E:\\bc\\2024-H1\\a.xlsx', 'D:\\bc\\2024-H1', false],
    ['a share', '\\\\may-chu\\chia-se\\a.xlsx', 'D:\\bc', false],
    ['another share', '\\\\may-chu\\khac\\a.xlsx', '\\\\may-chu\\chia-se', false],
    ['a folder of the same share', '\\\\may-chu\\chia-se\\bc\\a.xlsx', '\\\\may-chu\\chia-se\\bc', true],
    ['a drive seen whole', `\\\\?\\D:\\${LONG}\\a.xlsx`, `\\\\?\\D:\\${LONG}`, true],
  ])('%s: is %s inside %s?', (_, path, folder, inside) => {
    expect(isInside(path, folder, win32)).toBe(inside)
  })

  test.each([
    ['D:\\bc\\2024-H1', 'D:\\bc\\2024-H1\\Quận Ninh Kiều\\a.xlsx', 'Quận Ninh Kiều/a.xlsx'],
    ['D:\\bc', `D:\\bc\\${LONG}\\a.xlsx`, `${LONG}/a.xlsx`],
    ['D:\\bc', `D:\\bc\\${'Cái Khế'.normalize('NFD')}.xlsx`, 'Cái Khế.xlsx'],
    ['D:\\bc\\2024', 'D:\\bc\\2024-H1\\a.xlsx', '../2024-H1/a.xlsx'],
    ['D:\\bc', 'E:\\USB\\a.xlsx', 'E:/USB/a.xlsx'],
    ['\\\\may-chu\\chia-se\\bc', '\\\\may-chu\\chia-se\\bc\\x\\a.xlsx', 'x/a.xlsx'],
    ['D:\\bc', '\\\\may-chu\\chia-se\\a.xlsx', '//may-chu/chia-se/a.xlsx'],
  ])('from %s the file %s is shown as %s', (folder, path, shown) => {
    expect(shownPath(folder, path, win32)).toBe(shown)
  })

  test.each([
    ['D:\\bc\\kq\\t.xlsx', 'D:\\bc\\2024-H1\\Xã A\\a.xlsx', '../2024-H1/Xã A/a.xlsx'],
    ['D:\\bc\\kq\\t.xlsx', 'E:\\USB\\a.xlsx', 'file:///E:/USB/a.xlsx'],
    ['D:\\bc\\kq\\t.xlsx', '\\\\may-chu\\chia-se\\a.xlsx', 'file://may-chu/chia-se/a.xlsx'],
    ['\\\\may-chu\\chia-se\\kq\\t.xlsx', '\\\\may-chu\\chia-se\\2024-H1\\a.xlsx', '../2024-H1/a.xlsx'],
    ['\\\\may-chu\\chia-se\\kq\\t.xlsx', 'C:\\bc\\a.xlsx', 'file:///C:/bc/a.xlsx'],
    ['D:\\t.xlsx', '\\\\?\\E:\\dài\\a.xlsx', 'file:///E:/dài/a.xlsx'],
    ['D:\\t.xlsx', '\\\\?\\UNC\\may-chu\\chia-se\\a.xlsx', 'file://may-chu/chia-se/a.xlsx'],
  ])('a workbook at %s leads to %s by %s', (workbook, path, link) => {
    expect(linkBetween(workbook, path, win32)).toBe(link)
  })
})

test('elsewhere a colon or a backslash is part of a name', () => {
  expect(isInside('/bc/2024-H1/a:b.xlsx', '/bc/2024-H1', posix)).toBe(true)
  expect(isInside('/bc/..cũ', '/bc', posix)).toBe(true)
  expect(isInside('/bc', '/bc/2024-H1', posix)).toBe(false)
  expect(linkBetween('/bc/kq/t.xlsx', '/bc/2024-H1/a:b.xlsx', posix)).toBe('../2024-H1/a:b.xlsx')
})
