import type { Keeper } from './provider'
import { askForAccount, askToSend } from './requests'
import { selectAccount, selectedAccount, subscribeAccount } from './selected-account'

/** Whatever the devnet wallet shows or sends, a person confirms first. */
export const devnetKeeper: Keeper = {
  name: 'devnet wallet',
  account: selectedAccount,
  select: selectAccount,
  subscribe: subscribeAccount,
  askForAccount,
  askToSend,
}
