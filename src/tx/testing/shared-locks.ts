/** What the tabs of one browser share: locks by name, as Web Locks have them with `ifAvailable`. */
export class SharedLocks {
  readonly held = new Set<string>()

  async request<T>(
    name: string,
    _options: { ifAvailable: true },
    work: (lock: object | null) => Promise<T>,
  ): Promise<T> {
    if (this.held.has(name)) return work(null)
    this.held.add(name)
    try {
      return await work({ name })
    } finally {
      this.held.delete(name)
    }
  }

  query() {
    return Promise.resolve({ held: [...this.held].map((name) => ({ name })) })
  }
}
