const KEY = 'ballast.scroll'
/** Pages whose place is kept; the oldest goes first. */
const MOST = 50

/** Where the person was on which page of this tab; empty where nothing is kept, or what is kept can't be read. */
export function readScroll(): Map<string, number> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    if (!Array.isArray(kept)) return new Map()
    return new Map(kept.slice(-MOST).filter(isPlace))
  } catch {
    return new Map()
  }
}

export function writeScroll(places: ReadonlyMap<string, number>): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...places].slice(-MOST)))
  } catch {
    // A tab that may keep nothing begins at the top again.
  }
}

function isPlace(kept: unknown): kept is [string, number] {
  return Array.isArray(kept) && typeof kept[0] === 'string' && Number.isFinite(kept[1])
}
