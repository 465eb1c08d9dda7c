import { currentConnection } from './live/live.ts'
import { clearUnsentTexts } from './unsent-text.ts'

/** Leaves nothing of this person on the device, then ends the session. */
export async function signOut(): Promise<void> {
  clearUnsentTexts()
  await currentConnection()?.close()
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/keluar'
  document.body.append(form)
  form.submit()
}
