import { hexToBytes } from 'viem'

import { long, type Packed } from './packed'
import type { Layer } from './state'

/** The state the practice begins with. */
export function firstLayer({ accounts, codes }: Pick<Packed, 'accounts' | 'codes'>): Layer {
  const layer: Layer = new Map()
  const bytesOf = codes.map((code) => hexToBytes(`0x${code}`))
  for (const [address, nonce, wei, code, slots] of accounts) {
    const key = address.slice(2).toLowerCase()
    layer.set(`a${key}`, { nonce: BigInt(nonce), balance: BigInt(`0x${wei || '0'}`) })
    if (code !== undefined) layer.set(`c${key}`, bytesOf[code])
    const texts = slots ? slots.split(',') : []
    for (let index = 0; index < texts.length; index += 2) {
      const value = texts[index + 1] ?? ''
      const slot = long(texts[index] ?? '', 32).slice(2)
      layer.set(key + slot, hexToBytes(long(value, Math.ceil(value.length / 2))))
    }
  }
  return layer
}
