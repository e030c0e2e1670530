import '@rainbow-me/rainbowkit/styles.css'

import { darkTheme, lightTheme, RainbowKitProvider, useConnectModal } from '@rainbow-me/rainbowkit'
import { useEffect, useRef } from 'react'
import { useConnectors } from 'wagmi'
import { language } from '../words/chosen'

import { SessionProvider } from './SessionProvider'
import WalletList from './WalletList'

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
  // Its list would be empty without a word.
  if (useConnectors().length === 0) return <WalletList onClose={onClose} />
  const isDark = document.documentElement.dataset['theme'] === 'dark' || isDarkBySystem()
  return (
    <RainbowKitProvider
      theme={isDark ? darkTheme(accent) : lightTheme(accent)}
      modalSize="compact"
      locale={language === 'ar' ? 'ar' : 'en-US'}
      appInfo={appInfo}
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
