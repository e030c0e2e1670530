/** `npm run devnet:fund -- 0xAddress [usdt] [ether]`: gives an address money on the devnet. */
import { isAddress, parseEther, parseUnits } from 'viem'
import { fund } from './actions'
import { command } from './command'
import { announced } from './devnet'
import { connect } from './rpc'

await command(async () => {
  const [to = '', usdt = '10000', ether = '10'] = process.argv.slice(2)
  if (!isAddress(to)) throw new Error('Usage: npm run devnet:fund -- 0xAddress [usdt] [ether]')
  const { rpcUrl, contracts } = announced()
  const gift = { usdtAmount: parseUnits(usdt, 6), wei: parseEther(ether) }
  await fund(connect(rpcUrl), contracts.shared.usdt, to, gift)
  console.log(`${to} got ${usdt} USDT and ${ether} ether.`)
})
