import { soughtForm } from '../../shared/basics/sought-form.ts'
import { settings } from './settings-state.ts'

/** A name as it is compared with what was typed. */
export const asTyped = (text: string): string => soughtForm(text, settings.value.freeAccents)
