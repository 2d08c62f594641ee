import type { SettingsForm } from '../../state/use-settings-form.ts'
import { ChoiceRow, Group, NumberRow } from '../../ui/settings-rows.tsx'

interface SectionProps {
  readonly form: SettingsForm
}

/** What a sitting offers. */
export function SettingsReview({ form }: SectionProps) {
  return (
    <Group name="Review">
      <ChoiceRow
        name="Grade keys"
        field="gradeKeys"
        form={form}
        options={[
          [4, 'Four: Again, Hard, Good, Easy'],
          [2, 'Two: Again, Good'],
          [6, 'Six: SM-2’s 0 to 5'],
        ]}
        says="Two are quicker to decide between; more tell the schedule more."
      />
      <NumberRow
        name="You keep forgetting a card after"
        field="leechLapses"
        form={form}
        range={[1, 99]}
        unit="missed days"
        says="On so many days the first try must fail before it counts as one (a leech, for other tools). It is worth rewriting, and the review says so. Recalled over three weeks, it is one no more."
      />
    </Group>
  )
}

/** How the page looks. */
export function SettingsReading({ form }: SectionProps) {
  return (
    <Group name="Reading">
      <ChoiceRow
        name="Theme"
        field="theme"
        form={form}
        options={[
          ['system', 'Like the system'],
          ['light', 'Light'],
          ['dark', 'Dark'],
        ]}
        says="Light paper or dark; the system decides unless you do."
      />
      <NumberRow
        name="Text size"
        field="textSize"
        form={form}
        range={[90, 140]}
        step={5}
        unit="%"
        says="Of everything, on every page."
      />
      <ChoiceRow
        name="Motion"
        field="motion"
        form={form}
        options={[
          ['system', 'Like the system'],
          ['none', 'None'],
        ]}
        says="There is little: an answer fades in. None means that nothing ever moves."
      />
    </Group>
  )
}
