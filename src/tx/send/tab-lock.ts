/** Web Locks: held by one tab of this browser, freed when it closes. Absent in insecure contexts. */
const locks = typeof navigator === 'object' && 'locks' in navigator ? navigator.locks : undefined
const name = (key: string) => `ballast.tx.${key}`
const heldHere = new Set<string>()

/**
 * Runs `work` while no other tab runs work of this key; undefined when another does. What this tab gave up and the
 * wallet still has open holds its lock: the key of the next has the number of such requests behind it, or `least` if
 * that is more. trust.md D6, F21
 */
export async function withTabLock<T>(
  intent: string,
  least: number,
  work: () => Promise<T>,
): Promise<T | undefined> {
  let number = least
  while (heldHere.has(name(`${intent}#${number}`))) number += 1
  const key = `${intent}#${number}`
  const held = async () => {
    heldHere.add(name(key))
    try {
      return await work()
    } finally {
      heldHere.delete(name(key))
    }
  }
  return locks
    ? locks.request(name(key), { ifAvailable: true }, async (lock) => (lock ? held() : undefined))
    : held()
}

/** Whether a tab that still lives is asking its wallet for this. */
export async function isAskedInSomeTab(key: string): Promise<boolean> {
  // Asked once more, it has a number behind its key; a longer key that begins the same is another one.
  const isOurs = (lock: string | undefined) => lock === name(key) || !!lock?.startsWith(`${name(key)}#`)
  if ([...heldHere].some(isOurs)) return true
  const all = await locks?.query()
  return all?.held?.some((lock) => isOurs(lock.name)) ?? false
}
