import { paths } from '../../router.ts'
import { Page } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'

export function MissingPage() {
  return (
    <Page title="Not found" heading="There is no such page">
      <Empty
        action={
          <a class="btn" href={paths.today}>
            Back to Today
          </a>
        }
      >
        The address may be old, or mistyped.
      </Empty>
    </Page>
  )
}
