import type { Page } from '@playwright/test'
import { documentText } from '../../devnet/systems/stbt/documents'
import { expect, test } from '../fixtures/test'
import { bothKinds, showStbt } from '../systems/stbt/site'

const pick = (page: Page, name: string, text: string) =>
  page
    .getByLabel(/^A file of yours/)
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

for (const [kind, instanceOf] of bothKinds)
  test(`documents of ${kind}: a file is the published one, an older one, or none (T16)`, async ({
    page,
    site,
    chain,
    rpc,
    spareRpc,
  }) => {
    await showStbt(page, instanceOf(chain))
    await page.goto(`${site.url}#/stbt/documents`)
    const list = page.getByRole('region', { name: 'Published documents' })
    const prospectus = list.getByRole('listitem', { name: 'Prospectus', exact: true })
    await expect(prospectus).toContainText('ipfs://stbt/prospectus-2.txt')
    await prospectus.getByText('1 older version', { exact: true }).click()
    await expect(prospectus).toContainText('ipfs://stbt/prospectus-1.txt')
    const terms = list.getByRole('listitem', { name: 'Old terms', exact: true })
    await expect(terms).toContainText('Removed')
    await expect(terms).toContainText('Taken off the list')

    const result = page.getByRole('region', { name: 'Check a file' }).getByRole('status')
    await pick(page, 'mine.txt', documentText('Prospectus', 2))
    await expect(result).toContainText('It is the published document')
    await expect(result).toContainText('mine.txt is the newest version of “Prospectus”')
    await pick(page, 'old.txt', documentText('Prospectus', 1))
    await expect(result).toContainText('It is an older version')
    await expect(result).toContainText('It has been replaced since.')
    await pick(page, 'gone.txt', documentText('Old terms', 1))
    await expect(result).toContainText('The document has been taken off the list.')
    await pick(page, 'forged.txt', documentText('Prospectus', 2).replace('local', 'lokal'))
    await expect(result).toContainText('It is none of the published documents')
    await expect(result).toContainText('was never published here in this form')
    await pick(page, 'empty.txt', '')
    await expect(result).toContainText('empty.txt was never published here')
    // What was picked has gone to nobody: other hosts than the nodes fail every test.
    const sent = JSON.stringify([rpc.seen, spareRpc.seen])
    expect(sent).not.toContain('Prospectus')
    expect(sent).not.toContain(Buffer.from('Prospectus of').toString('hex'))
  })
