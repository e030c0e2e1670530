import '@rainbow-me/rainbowkit/styles.css'

import { darkTheme, lightTheme, RainbowKitProvider, useConnectModal } from '@rainbow-me/rainbowkit'
import { useEffect, useRef } from 'react'

import { SessionProvider } from './SessionProvider'

const appInfo = { appName: 'Ballast', learnMoreUrl: 'https://ethereum.org/wallets/' }
const accent = { accentColor: 'var(--accent)', accentColorForeground: 'var(--accent-ink)' }

/** RainbowKit's list of wallets, open as soon as it is there. Loaded when a person wishes to connect. */
export default function RainbowModal({ onClose }: { onClose: () => void }) {
  const isDark = document.documentElement.dataset['theme'] === 'dark' || isDarkBySystem()
  return (
    <SessionProvider>
      <RainbowKitProvider
        theme={isDark ? darkTheme(accent) : lightTheme(accent)}
        modalSize="compact"
        locale="en-US"
        appInfo={appInfo}
      >
        <Opener onClose={onClose} />
      </RainbowKitProvider>
    </SessionProvider>
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
