import { describe, expect, test } from 'vitest'

import { findBrowser, type Machine } from '../../scripts/find-browser.ts'
import { packedBrowser } from '../../scripts/unpack-browser.ts'

const chromium = '/usr/bin/chromium'

/** A machine on which these files are. */
function machineWith(files: string[], rest: Partial<Machine> = {}): Machine {
  return { given: undefined, system: 'linux x64', exists: (path) => files.includes(path), ...rest }
}

describe('the browser of the tests', () => {
  test('is the one that CHROMIUM_PATH names, before all others', () => {
    const machine = machineWith([chromium, '/opt/edge', packedBrowser], { given: '/opt/edge' })
    expect(findBrowser(machine)).toEqual({ from: 'system', path: '/opt/edge' })
  })

  test('is no other one when CHROMIUM_PATH names what is not there', () => {
    const machine = machineWith([chromium, packedBrowser], { given: '/opt/edge' })
    expect(findBrowser(machine)).toEqual({
      from: 'nowhere',
      message: 'CHROMIUM_PATH names /opt/edge, where nothing is: correct it.',
    })
  })

  test('is the system’s where it has one', () => {
    const machine = machineWith([packedBrowser, '/usr/bin/google-chrome'])
    expect(findBrowser(machine)).toEqual({ from: 'system', path: '/usr/bin/google-chrome' })
    expect(findBrowser({ ...machine, given: '' })).toMatchObject({ from: 'system' })
  })

  test('comes from npm where the system has none, or on request', () => {
    expect(findBrowser(machineWith([packedBrowser]))).toEqual({ from: 'npm' })
    const machine = machineWith([packedBrowser, chromium], { given: 'npm' })
    expect(findBrowser(machine)).toEqual({ from: 'npm' })
  })

  test.each(['darwin arm64', 'linux arm64', 'win32 x64'])('is wanted on %s', (system) => {
    const found = findBrowser(machineWith([packedBrowser], { system }))
    expect(found).toMatchObject({ from: 'nowhere' })
    expect(JSON.stringify(found)).toContain('install it, or name a Chrome or Edge in CHROMIUM_PATH')
  })
})
