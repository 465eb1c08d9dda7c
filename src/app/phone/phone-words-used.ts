/** Words that a phone's screens use, besides the common ones. */
export const PHONE_WORDS: readonly string[] = ['intake', 'outbox', 'phone']
