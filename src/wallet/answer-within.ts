/**
 * What `asked` gives, if it does so in time. What comes later is left alone, also when it fails.
 * @throws what it throws, and an error with this sentence when nothing came
 */
export async function answerWithin<T>(asked: Promise<T>, limitMs: number, sentence: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(sentence)), limitMs)
  })
  try {
    return await Promise.race([asked, limit])
  } finally {
    clearTimeout(timer)
  }
}
