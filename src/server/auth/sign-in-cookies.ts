/** next-auth's token against forged forms; the sign-in page repeats it in a hidden field. */
export const CSRF_COOKIE = 'csrf'
/** Between password and code, five minutes, sealed. */
export const CODE_TICKET_COOKIE = 'masuk-kode'
/** What was typed as the name, so that a wrong password does not cost it. */
export const TYPED_NAME_COOKIE = 'masuk-nama'
/** Where to go after the sign-in; next-auth's. */
export const TARGET_COOKIE = 'tujuan'
