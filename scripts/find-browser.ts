import { existsSync } from 'node:fs'

import { packedBrowser } from './unpack-browser.ts'

/** Where a browser is to be had: a program, the one packed in node_modules, or no place. */
export type FoundBrowser =
  { from: 'system'; path: string } | { from: 'npm' } | { from: 'nowhere'; message: string }

/** What decides about it. */
export interface Machine {
  /** The value of CHROMIUM_PATH; `npm` asks for the packed one. */
  given: string | undefined
  /** As process.platform and process.arch name it. */
  system: string
  exists: (path: string) => boolean
}

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

const thisMachine: Machine = {
  given: process.env['CHROMIUM_PATH'],
  system: `${process.platform} ${process.arch}`,
  exists: existsSync,
}

/** The browser that CHROMIUM_PATH names, else the system's, else the one that npm installed. */
export function findBrowser(machine: Machine = thisMachine): FoundBrowser {
  const { given, exists } = machine
  if (given === undefined || given === '') {
    const path = usual.find((one) => exists(one))
    return path === undefined ? findPacked(machine) : { from: 'system', path }
  }
  if (given === 'npm') return findPacked(machine)
  if (exists(given)) return { from: 'system', path: given }
  const message = `CHROMIUM_PATH names ${given}, where nothing is: correct it.`
  return { from: 'nowhere', message }
}

/** It is built for one kind of machine only. */
function findPacked({ system, exists }: Machine): FoundBrowser {
  if (system === 'linux x64' && exists(packedBrowser)) return { from: 'npm' }
  return {
    from: 'nowhere',
    message:
      'There is no Chromium here: install it, or name a Chrome or Edge in CHROMIUM_PATH. On Linux x64 `npm ci` brings one.',
  }
}
