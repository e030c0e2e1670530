#!/usr/bin/env node
/**
 * Runs Forge in this folder, wherever it is called from, and ends with Forge's own exit code: the command that the
 * npm package puts into `node_modules/.bin` always ends with 0, so that no failure would stop anything.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** @type {Record<string, string>} */
const processors = { x64: 'amd64', arm64: 'arm64' }
const program = process.platform === 'win32' ? 'forge.exe' : 'forge'
const platformPackage = `@foundry-rs/forge-${process.platform}-${processors[process.arch]}`

const forge = createRequire(import.meta.url).resolve(`${platformPackage}/bin/${program}`)
const { status, error } = spawnSync(forge, process.argv.slice(2), {
  cwd: fileURLToPath(new URL('.', import.meta.url)),
  stdio: 'inherit',
})
if (error) throw error
process.exitCode = status ?? 1
