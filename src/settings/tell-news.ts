import type { News } from '../system/conditions'
import { plural } from '../words/t'

/** Of so many at once each is shown by itself; of more, one says how many. */
const MOST_SHOWN = 3
const COUNT = /^\(\d+\) /

let unseen = 0

/**
 * Shows news as notifications where the person has allowed them, and counts them in the title of a tab that is not looked at.
 * @param whose stands before each: an account that is not the connected one
 */
export function tellNews(news: readonly News[], whose = ''): void {
  const worth = news.filter(({ kind }) => kind !== 'over').map(({ condition }) => condition)
  if (worth.length === 0) return
  if (document.visibilityState === 'hidden') {
    unseen += worth.length
    document.title = `(${unseen}) ${document.title.replace(COUNT, '')}`
  }
  const shown = worth.length > MOST_SHOWN ? [] : worth
  const named = (what: string) => (whose === '' ? what : `${whose}: ${what}`)
  for (const { key, what, why = '' } of shown) notify(named(what), why, `${whose}${key}`)
  if (shown.length === 0)
    notify(
      named(plural(worth.length, '{n} thing to look at', '{n} things to look at')),
      worth[0]?.what ?? '',
      `${whose}ballast`,
    )
}

/** The tab is looked at again: nothing is left to count. */
export function seen(): void {
  if (document.visibilityState !== 'visible' || unseen === 0) return
  unseen = 0
  document.title = document.title.replace(COUNT, '')
}

function notify(title: string, body: string, tag: string): void {
  if (notificationState() !== 'granted') return
  try {
    new Notification(title, { body, tag, icon: './icon.svg' })
  } catch {
    // Chrome on Android shows none without a service worker: the title counts.
  }
}

/** What this browser allows; `none` where it has no notifications. */
export function notificationState(): NotificationPermission | 'none' {
  return 'Notification' in globalThis ? Notification.permission : 'none'
}
