/** The deployer's key: from an encrypted keystore (version 3, as geth and cast write them), or from the environment. */
import { createDecipheriv, scryptSync, pbkdf2Sync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { bytesToHex, concat, isHex, keccak256, type Hex } from 'viem'

const hex = v.pipe(
  v.string(),
  v.regex(/^[\da-f]+$/i),
  v.transform((text) => Buffer.from(text, 'hex')),
)
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const keystore = v.object({
  version: v.literal(3),
  crypto: v.object({
    cipher: v.literal('aes-128-ctr'),
    ciphertext: hex,
    cipherparams: v.object({ iv: hex }),
    mac: v.string(),
    kdf: v.picklist(['scrypt', 'pbkdf2']),
    kdfparams: v.object({
      dklen: v.literal(32),
      salt: hex,
      n: v.optional(count),
      r: v.optional(count),
      p: v.optional(count),
      c: v.optional(count),
    }),
  }),
})

/** Most memory that a keystore may ask for: geth's own asks for 256 MiB. */
const MOST_BYTES = 1 << 30

/**
 * Opens a keystore file.
 * @throws a sentence when it is none, or the password is another
 */
export function openKeystore(file: string, password: string): Hex {
  const parsed = v.safeParse(keystore, JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} is no keystore of version 3 with scrypt or pbkdf2.`)
  const { kdf, kdfparams, ciphertext, cipherparams, mac } = parsed.output.crypto
  const { salt, n = 262_144, r = 8, p = 1, c = 262_144 } = kdfparams
  const derived =
    kdf === 'scrypt'
      ? scryptSync(password, salt, 32, { N: n, r, p, maxmem: MOST_BYTES })
      : pbkdf2Sync(password, salt, c, 32, 'sha256')
  if (keccak256(concat([derived.subarray(16), ciphertext])).slice(2) !== mac.toLowerCase())
    throw new Error(`${file} has another password.`)
  const decipher = createDecipheriv('aes-128-ctr', derived.subarray(0, 16), cipherparams.iv)
  return bytesToHex(Buffer.concat([decipher.update(ciphertext), decipher.final()]))
}

/** The key in the environment variable of this name. @throws a sentence when there is none */
export function keyInEnvironment(name: string): Hex {
  const text = process.env[name]
  if (text === undefined || !isHex(text) || text.length !== 66)
    throw new Error(`Give a keystore by --keystore, or the key in ${name} (0x and 64 digits).`)
  return text
}
