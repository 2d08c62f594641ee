export { CardInfo } from '../../cards/card-info.tsx'
export { CardMenu } from '../../cards/card-menu.tsx'
export { EditCard } from '../../cards/edit-card.tsx'
export { ReviewKeySheet } from '../../keys/review-key-sheet.tsx'
