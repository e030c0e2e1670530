import { describe, expect, it } from 'vitest'

import type { Reading } from '../math/reading'
import { DAY_SECONDS } from '../math/units'
import { calendarFile } from '../ui/calendar-file'
import { permissionEvent } from './permission-ics'
import { isOver, permissionGate, permissionStatus } from './permission-view'
import type { Permission } from './snapshot'

const now = 1_800_000_000n
const both = { isSender: true, isReceiver: true }
const reading = (value: Permission): Reading<Permission> => ({
  isKnown: true,
  value,
  source: { contract: '0x', label: '', functionName: '', args: [], blockNumber: 0n, abi: [], raw: '0x' },
})

describe('a permission, rules.md T5', () => {
  it('is over at its expiry, not a second before, and never without one', () => {
    expect(isOver({ ...both, expiry: now }, now)).toBe(true)
    expect(isOver({ ...both, expiry: now + 1n }, now)).toBe(false)
    expect(isOver({ ...both, expiry: 0n }, now)).toBe(false)
  })

  it('is said in words', () => {
    const of = (permission: Permission) => permissionStatus(permission, now)
    expect(of({ isSender: false, isReceiver: false, expiry: 0n })).toMatchObject({
      what: 'None',
      tone: 'danger',
    })
    expect(of({ ...both, expiry: now })).toMatchObject({ what: 'Ended', tone: 'danger' })
    expect(of({ ...both, expiry: 0n })).toMatchObject({ what: 'Without end', tone: 'success' })
    expect(of({ ...both, expiry: now + DAY_SECONDS }).tone).toBe('warn')
    expect(of({ ...both, expiry: now + 90n * DAY_SECONDS }).tone).toBe('success')
    expect(of({ isSender: false, isReceiver: true, expiry: 0n }).means).toContain('Receiving only.')
  })

  it('stops what it does not cover, and says why', () => {
    const gate = (permission: Permission, needs: Parameters<typeof permissionGate>[3]) =>
      permissionGate('Permission', 'You', reading(permission), needs, now)
    const receiver = { isSender: false, isReceiver: true, expiry: 0n }
    expect(gate(receiver, { toReceive: true }).isMet).toBe(true)
    expect(gate(receiver, { toReceive: true, toSend: true }).detail).toContain('You may not send STBT')
    expect(gate({ ...both, expiry: now }, { toReceive: true }).isMet).toBe(false)
    expect(permissionGate('Permission', 'You', reading(receiver), {}, undefined).isMet).toBe(false)
    expect(permissionGate('Permission', 'You', undefined, {}, now).isMet).toBe(false)
  })

  it('goes into a calendar in lines that no program refuses', () => {
    const account = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
    const text = calendarFile(
      permissionEvent({ chainId: 1, stbt: account, account, endsAt: now, writtenAt: now - 1n }),
    )
    expect(text).toContain('DTSTART:20270115T080000Z\r\n')
    expect(text.split('\r\n').every((line) => line.length <= 75)).toBe(true)
  })
})
