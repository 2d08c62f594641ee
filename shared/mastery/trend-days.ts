/** How far back a trend goes. */
export const trendDays = 90
/** In the rows of a list, where it is as small as a word, every third day tells enough. */
export const daysApartInRows = 3
