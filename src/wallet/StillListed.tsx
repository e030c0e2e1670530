import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { t } from '../words/t'

/** After a wallet was left that can't be told to forget this page, or did not answer. */
export default function StillListed({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Disconnected`}
      footer={<Button onClick={onClose}>{t`Close`}</Button>}
    >
      <p>
        {t`This page no longer uses your account. It is still listed in your wallet as a connected site: remove it there if you want that gone, too.`}
      </p>
    </Dialog>
  )
}
