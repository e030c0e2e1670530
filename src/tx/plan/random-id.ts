import { bytesToHex } from 'viem'

/** A name nobody else has chosen. `crypto.randomUUID` is missing on a page served by plain http, as at home. */
export function randomId(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(16))).slice(2)
}
