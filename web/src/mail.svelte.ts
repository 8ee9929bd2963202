import { api, Failure } from './api.ts'
import type { MessageAnswer } from './api.ts'
import { place, to } from './route.svelte.ts'

/** The mail that was dropped or chosen last, and what the server found in it. Kept while one looks at other pages. */
class Mail {
  file = $state.raw<{ name: string; blob: Blob } | null>(null)
  answer = $state.raw<MessageAnswer | null>(null)
  failure = $state.raw<Failure | null>(null)
  isReading = $state(false)

  async read(name: string, blob: Blob): Promise<void> {
    this.file = { name, blob }
    this.answer = null
    place.go(to.mail)
    await this.ask(false)
  }

  remember(): Promise<void> {
    return this.ask(true)
  }

  clear(): void {
    this.file = null
    this.answer = null
    this.failure = null
  }

  private async ask(remember: boolean): Promise<void> {
    const file = this.file
    if (!file) return
    this.failure = null
    this.isReading = true
    try {
      const answer = await api.readMail(file.blob, remember)
      if (this.file === file) this.answer = answer
    } catch (error) {
      if (this.file === file) this.failure = error instanceof Failure ? error : new Failure('bug', String(error))
    } finally {
      if (this.file === file) this.isReading = false
    }
  }
}

export const mail = new Mail()
