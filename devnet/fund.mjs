/** `npm run devnet:fund -- 0xAddress [usdt] [ether]`: gives an address money on the devnet. */
import { isAddress, parseEther, parseUnits } from 'viem'
import { fund } from './actions.mjs'
import { command } from './command.mjs'
import { announced } from './devnet.mjs'
import { connect } from './rpc.mjs'

await command(async () => {
  const [to = '', usdt = '10000', ether = '10'] = process.argv.slice(2)
  if (!isAddress(to)) throw new Error('Usage: npm run devnet:fund -- 0xAddress [usdt] [ether]')
  const { rpcUrls, contracts } = announced()
  const gift = { usdtAmount: parseUnits(usdt, 6), wei: parseEther(ether) }
  await fund(connect(`${rpcUrls[0]}`), contracts.shared.usdt, to, gift)
  console.log(`${to} got ${usdt} USDT and ${ether} ether.`)
})
