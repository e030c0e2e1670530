/** A wallet as EIP-1193 describes it. */
export type Wallet = {
  request(args: { readonly method: string; readonly params?: unknown }): Promise<unknown>
}

/** How long a wallet may take to say what it knows. Signing has no limit. */
const readLimitMs = 10_000

/**
 * What a wallet answers, if it does so in time.
 * @throws what the wallet throws, also at once; and when it does not answer within 10 seconds
 */
export async function withinLimit<T>(ask: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The wallet does not answer. Open or unlock it.')), readLimitMs)
  })
  try {
    return await Promise.race([ask(), limit])
  } finally {
    clearTimeout(timer)
  }
}
