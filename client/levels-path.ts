/** Where the levels are explained. Not among the paths of the frame: the review, which loads those, never leads here. */
export const levelsPath = '/concepts/levels'
