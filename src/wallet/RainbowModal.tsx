import '@rainbow-me/rainbowkit/styles.css'

import { darkTheme, lightTheme, RainbowKitProvider, useConnectModal } from '@rainbow-me/rainbowkit'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useConnectors } from 'wagmi'

import { useRuntime } from '../chain/network'
import { Button } from '../ui/Button'
import { lazyPart } from '../ui/chunk'
import { Dialog } from '../ui/Dialog'
import { language } from '../words/chosen'

import { OtherDevice, otherDeviceTitle } from './OtherDevice'
import { SessionProvider } from './SessionProvider'
import { TryPractice } from './TryPractice'
import WalletList from './WalletList'

const WalletConnect = lazyPart(() => import('./WalletConnect'))

const appInfo = { appName: 'Ballast', learnMoreUrl: 'https://ethereum.org/wallets/' }
const accent = { accentColor: 'var(--accent)', accentColorForeground: 'var(--accent-ink)' }

/** RainbowKit's list of wallets, open as soon as it is there. Loaded when a person wishes to connect. */
export default function RainbowModal({ onClose }: { onClose: () => void }) {
  return (
    <SessionProvider>
      <Chooser onClose={onClose} />
    </SessionProvider>
  )
}

function Chooser({ onClose }: { onClose: () => void }) {
  const isEmpty = useConnectors().length === 0
  const { walletConnect } = useRuntime().config
  const [elsewhere, setElsewhere] = useState<'phone' | 'walletConnect'>()
  // Its place for a word of one's own, below the list.
  const [info] = useState(() => ({
    ...appInfo,
    disclaimer: () => (
      <>
        <Button variant="quiet" onClick={() => setElsewhere('phone')}>
          {otherDeviceTitle()}
        </Button>
        {walletConnect && (
          <Button variant="quiet" onClick={() => setElsewhere('walletConnect')}>
            WalletConnect
          </Button>
        )}
        <TryPractice />
      </>
    ),
  }))
  if (elsewhere === 'phone')
    return (
      <Dialog isOpen onClose={onClose} title={otherDeviceTitle()}>
        <OtherDevice />
      </Dialog>
    )
  if (elsewhere && walletConnect)
    return (
      <Dialog isOpen onClose={onClose} title="WalletConnect">
        <Suspense fallback={null}>
          <WalletConnect choice={walletConnect} onClose={onClose} />
        </Suspense>
      </Dialog>
    )
  // Its list would be empty without a word.
  if (isEmpty) return <WalletList onClose={onClose} />
  const isDark = document.documentElement.dataset['theme'] === 'dark' || isDarkBySystem()
  return (
    <RainbowKitProvider
      theme={isDark ? darkTheme(accent) : lightTheme(accent)}
      modalSize="compact"
      locale={language === 'ar' ? 'ar' : 'en-US'}
      appInfo={info}
    >
      <Opener onClose={onClose} />
    </RainbowKitProvider>
  )
}

function Opener({ onClose }: { onClose: () => void }) {
  const { openConnectModal, connectModalOpen } = useConnectModal()
  const wasOpen = useRef(false)
  useEffect(() => {
    if (connectModalOpen) wasOpen.current = true
    else if (wasOpen.current) onClose()
    else openConnectModal?.()
  }, [connectModalOpen, openConnectModal, onClose])
  return null
}

function isDarkBySystem(): boolean {
  const isChosen = document.documentElement.dataset['theme'] !== undefined
  return !isChosen && matchMedia('(prefers-color-scheme: dark)').matches
}
