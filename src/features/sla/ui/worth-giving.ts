/** A promise is worth giving when so many of a hundred are kept. */
export const WORTH_GIVING = 90
