/**
 * Extensions and ad blockers take elements of the page away or move them. React then asks the browser to remove what is
 * no longer there, the browser throws, and the page, with everything that was typed, would be gone. Instead such a request
 * does nothing, and it is said that the page was changed.
 */
const listeners = new Set<() => void>()
let isChanged = false

/** Whether something else than this app has taken elements of the page away; as a store for React. */
export const foreignChanges = {
  get: () => isChanged,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function tell(): void {
  if (isChanged) return
  isChanged = true
  // React is in the middle of a change of the page.
  queueMicrotask(() => {
    for (const listener of [...listeners]) listener()
  })
}

/* eslint-disable @typescript-eslint/unbound-method -- called on the node they were asked of */
const { removeChild, insertBefore } = Node.prototype
/* eslint-enable @typescript-eslint/unbound-method */

Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
  if (child.parentNode === this) return removeChild.call(this, child) as T
  tell()
  return child
}

Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
  if (before === null || before.parentNode === this) return insertBefore.call(this, node, before) as T
  tell()
  return insertBefore.call(this, node, null) as T
}
