import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { privateKeyToAddress } from 'viem/accounts'
import { afterAll, expect, it, vi } from 'vitest'

import { keyInEnvironment, openKeystore } from './keystore'

const folder = mkdtempSync(join(tmpdir(), 'ballast-keystore-'))
const file = join(folder, 'key.json')
afterAll(() => rmSync(folder, { recursive: true }))

/** A vector of Ethereum's "Web3 Secret Storage Definition", password "testpassword". */
const secret = '0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d'
const pbkdf2 = {
  cipher: 'aes-128-ctr',
  cipherparams: { iv: '6087dab2f9fdbbfaddc31a909735c1e6' },
  ciphertext: '5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46',
  kdf: 'pbkdf2',
  kdfparams: {
    c: 262_144,
    dklen: 32,
    prf: 'hmac-sha256',
    salt: 'ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd',
  },
  mac: '517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2',
}
/** One of geth's own test files, password "foobar". */
const scrypt = {
  cipher: 'aes-128-ctr',
  cipherparams: { iv: '8df6caa7ff1b00c4e871f002cb7921ed' },
  ciphertext: '1d0839166e7a15b9c1333fc865d69858b22df26815ccf601b28219b6192974e1',
  kdf: 'scrypt',
  kdfparams: {
    dklen: 32,
    n: 8,
    r: 8,
    p: 16,
    salt: 'e5e6ef3f4ea695f496b643ebd3f75c0aa58ef4070e90c80c5d3fb0241bf1595c',
  },
  mac: '6d16dfde774845e4585357f24bce530528bc69f4f84e1e22880d34fa45c273e5',
}

it.each([
  [pbkdf2, 'testpassword', privateKeyToAddress(secret)],
  [scrypt, 'foobar', '0x7EF5A6135f1FD6a02593eEdC869c6D41D934aef8'],
] as const)('opens the keystore %j, and says when the password is another', (crypto, password, address) => {
  writeFileSync(file, JSON.stringify({ version: 3, crypto }))
  expect(privateKeyToAddress(openKeystore(file, password))).toBe(address)
  expect(() => openKeystore(file, `${password} `)).toThrow('has another password')
})

it.each([{}, { version: 1, crypto: scrypt }, { version: 3, crypto: { ...scrypt, kdf: 'none' } }])(
  'refuses what is no such keystore: %j',
  (content) => {
    writeFileSync(file, JSON.stringify(content))
    expect(() => openKeystore(file, 'testpassword')).toThrow('is no keystore of version 3')
  },
)

it('takes a whole key from the environment, and nothing else', () => {
  vi.stubEnv('DEPLOYER_KEY', secret)
  expect(keyInEnvironment('DEPLOYER_KEY')).toBe(secret)
  vi.stubEnv('DEPLOYER_KEY', secret.slice(0, -1))
  expect(() => keyInEnvironment('DEPLOYER_KEY')).toThrow('DEPLOYER_KEY (0x and 64 digits)')
  vi.unstubAllEnvs()
  expect(() => keyInEnvironment('DEPLOYER_KEY')).toThrow('Give a keystore')
})
