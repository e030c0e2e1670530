import { activity } from './ar/activity'
import { app } from './ar/app'
import { backstop } from './ar/backstop'
import { chain } from './ar/chain'
import { collateral } from './ar/collateral'
import { form } from './ar/form'
import { math } from './ar/math'
import { musdt } from './ar/musdt'
import { portfolio } from './ar/portfolio'
import { practice } from './ar/practice'
import { settings } from './ar/settings'
import { silos } from './ar/silos'
import { stbt } from './ar/stbt'
import { system } from './ar/system'
import { tx } from './ar/tx'
import { ui } from './ar/ui'
import { wallet } from './ar/wallet'
import type { Catalogue } from './catalogue'

/** Arabic by room. A sentence that several rooms say stands once, in one of theirs. */
export const arRooms: Readonly<Record<string, Catalogue>> = {
  activity,
  app,
  backstop,
  chain,
  collateral,
  form,
  math,
  musdt,
  portfolio,
  practice,
  settings,
  silos,
  stbt,
  system,
  tx,
  ui,
  wallet,
}

export const ar: Catalogue = Object.assign({}, ...Object.values(arRooms)) as Catalogue
