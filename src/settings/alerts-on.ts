import { safeStorage } from '../chain/safe-storage'
import { createStore } from '../chain/store'

const KEY = 'ballast.alerts'
const isOn = createStore(safeStorage.getItem(KEY) === 'on')

/** Whether this browser watches the connected account. Alone in its file: the shell has to know it before anything is shown. */
export const alertsOn = {
  ...isOn,
  set(next: boolean): void {
    if (next) safeStorage.setItem(KEY, 'on')
    else safeStorage.removeItem(KEY)
    isOn.set(next)
  },
}
