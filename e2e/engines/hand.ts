import { expect } from '@playwright/test'
import type { Driver } from './driver'

/** What a person looks for: by its name alone, in the open dialog if there is one, or in a part of the page. */
type Wanted = {
  readonly css: string
  readonly name: string
  readonly within?: string
  readonly isPart?: boolean
}

/** In the page: the visible elements that are meant. */
function search({ css, name, within, isPart }: Wanted): Element[] {
  const nameOf = (element: Element) => {
    const labels = element instanceof HTMLInputElement ? (element.labels ?? []) : []
    const named = element.getAttribute('aria-labelledby')?.split(' ') ?? []
    const of = [...labels, ...named.flatMap((id) => document.getElementById(id) ?? [])][0] ?? element
    return (element.getAttribute('aria-label') ?? (of instanceof HTMLElement ? of.innerText : '')).trim()
  }
  const isSeen = (element: Element) => element.getClientRects().length > 0
  const dialogs = [...document.querySelectorAll('dialog[open], [role=dialog]')].filter(isSeen)
  const parts = [...document.querySelectorAll('section, [role=region]')].filter(
    (part) => nameOf(part) === within,
  )
  const scope = within === undefined ? (dialogs.at(-1) ?? document) : parts[0]
  return [...(scope?.querySelectorAll(css) ?? [])].filter(
    (element) =>
      isSeen(element) &&
      (isPart ? nameOf(element).includes(name) : nameOf(element) === name) &&
      element.getAttribute('aria-disabled') !== 'true' &&
      !(element instanceof HTMLButtonElement && element.disabled),
  )
}

export class Hand {
  constructor(readonly driver: Driver) {}

  async press(name: string, where: { within?: string; isPart?: boolean } = {}): Promise<void> {
    await this.#with({ css: 'button', name, ...where }, (element) => this.driver.click(element))
  }

  async type(name: string, text: string, within: string): Promise<void> {
    await this.#with({ css: 'input', name, within }, (element) => this.driver.type(element, text))
  }

  async sees(text: string): Promise<void> {
    await expect.poll(() => this.driver.run(() => document.body.innerText)).toContain(text)
  }

  async waitsWhileSeeing(text: string): Promise<void> {
    await expect.poll(() => this.driver.run(() => document.body.innerText)).not.toContain(text)
  }

  /** Acts on the one element that is meant once it is there; again when the page changed under the hand. */
  async #with(wanted: Wanted, act: (element: Found) => Promise<void>): Promise<void> {
    let problem = ''
    await expect
      .poll(
        async () => {
          const found = (await this.driver.run(search, wanted)) as unknown as Found[]
          if (found.length !== 1 || !found[0]) return `${found.length} of ${wanted.name}`
          try {
            await act(found[0])
            return 'done'
          } catch (error) {
            problem = error instanceof Error ? error.message : String(error)
            return `${wanted.name}: ${problem}`
          }
        },
        { timeout: 30_000 },
      )
      .toBe('done')
  }
}

type Found = Parameters<Driver['click']>[0]
