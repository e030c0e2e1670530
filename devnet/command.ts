/** Runs a command of the terminal: what goes wrong is one sentence, not a stack. */
export async function command(work: () => unknown): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
