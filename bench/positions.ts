/**
 * `npx jiti bench/positions.ts`: what one look at an account asks and takes, with few and with 1,000 locks of mUSDT, in one
 * run on a local chain: requests, characters of the answers, CPU of this process. What is listed at once is bounded; what is
 * left out is said.
 */
import { musdtVaultAbi } from '../abis/MUSDTVault'
import { tetherUsdAbi } from '../abis/TetherUSD'
import { operator } from '../devnet/accounts'
import { sendContract } from '../devnet/contract'
import { startDevnet } from '../devnet/devnet'
import { connect } from '../devnet/rpc'
import { atHead, open } from '../src/package/open'
import { positionsOf } from '../src/package/positions'

const whole = 10n ** 6n
const person = operator
const devnet = await startDevnet({ systems: ['musdt'] })
const { send, told } = counted()

try {
  const rpc = connect(devnet.rpcUrl)
  const { shared, musdt } = devnet.addresses
  const usdt = { address: shared.usdt, abi: tetherUsdAbi }
  await sendContract(rpc, person, { ...usdt, functionName: 'faucet', args: [person, 1_000_000n * whole] })
  await sendContract(rpc, person, {
    ...usdt,
    functionName: 'approve',
    args: [musdt.vault, 1_000_000n * whole],
  })
  const chain = open(devnet.config)
  if (!chain.isKnown) throw new Error(chain.reason)
  let made = 0
  for (const count of [10, 100, 500, 1_000]) {
    for (; made < count; made += 1)
      await sendContract(rpc, person, {
        ...{ address: musdt.vault, abi: musdtVaultAbi, functionName: 'depositWithDiscountAndLock' },
        args: [whole, 14n * 86_400n, person],
      })
    const at = await atHead(chain.value)
    if (!at.isKnown) throw new Error(at.reason)
    told.requests = told.characters = 0
    const used = process.cpuUsage()
    const [one] = await positionsOf(at.value, person)
    const { user, system } = process.cpuUsage(used)
    if (!one?.report.isKnown) throw new Error('The vault can’t be read.')
    const { todos, dates } = one.report.value
    console.log(
      `${count} locks`.padEnd(12),
      `${told.requests} requests, ${told.characters} characters, ${((user + system) / 1e6).toFixed(2)} s of CPU;`,
      `${todos.length + dates.length} to be told of${todos.some(({ key }) => key === 'more locks') ? ', the last of them that there are more' : ''}`,
    )
  }
} finally {
  globalThis.fetch = send
  await devnet.stop()
}

/** Counts what is asked by `fetch` from now on. */
function counted() {
  const counts = { requests: 0, characters: 0 }
  const { fetch: real } = globalThis
  globalThis.fetch = async (input, init) => {
    const answer = await real(input, init)
    counts.requests += 1
    counts.characters += (await answer.clone().text()).length
    return answer
  }
  return { send: real, told: counts }
}
