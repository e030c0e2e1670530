#!/usr/bin/env node
/**
 * The Solidity compiler of the npm package `solc` behind the two options Forge uses, so that contracts build without
 * a downloaded compiler: `--version`, and `--standard-json` (input on stdin, output on stdout). Like the native
 * compiler, it reads imports that the input does not carry from below `--base-path`.
 */
import { readFileSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const solc = createRequire(import.meta.url)('solc')
const options = process.argv.slice(2)

/** Writes all of `text` to stdout; a pipe may take it in parts. @param {string} text */
function print(text) {
  let rest = Buffer.from(text)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
    }
  }
}

/** The source an import names, or the reason why there is none. @param {string} path */
function readImport(path) {
  const basePath = options.includes('--base-path')
    ? (options[options.indexOf('--base-path') + 1] ?? '.')
    : '.'
  try {
    return { contents: readFileSync(resolve(basePath, path), 'utf8') }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

if (options.includes('--version')) {
  print(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`)
} else if (options.includes('--standard-json')) {
  print(`${solc.compile(readFileSync(0, 'utf8'), { import: readImport })}\n`)
} else {
  process.stderr.write('Usage: solc.mjs --version | --standard-json\n')
  process.exit(1)
}
