import type { ErrorBook } from '../../../src/tx/explain/error-book'
import { jarAbi } from './abi'

export const jarErrors: ErrorBook = {
  abis: [jarAbi],
  sentences: {
    JarFull: ({ room }) => [`Only ${String(room)} drops still fit.`, 'Pour less.'],
  },
}
