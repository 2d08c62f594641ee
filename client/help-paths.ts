/** The pages of the help. Not among the paths of the frame: the review, which loads those, never leads here. */
export const notesHelpPath = '/help/notes'
export const levelsPath = '/help/levels'
export const dataHelpPath = '/help/data'
