/** Says that the letters are in this browser, so that the next page is drawn with them from its first paint. */
export const FONTS_COOKIE = 'huruf'
