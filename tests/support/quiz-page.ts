import type { Page } from 'playwright-core'
import type { QuizReply } from '../../shared/api/quizzes.ts'
import type { AnswerCheck, QuizQuestion } from '../../shared/quiz/question.ts'

/** The question on the page, told by its prompt. */
export async function questionOnPage(page: Page, quiz: QuizReply): Promise<QuizQuestion> {
  const prompt = page.locator('#question-prompt')
  await prompt.waitFor()
  const html = await prompt.innerHTML()
  const id = await page.locator('[data-question]').getAttribute('data-question')
  const found = quiz.questions.find(({ question }) => question.id === id)
  if (found === undefined) throw new Error(`The quiz has no question that reads ${html}.`)
  return found.question
}

/** Answers the question on the page, by pointer and keyboard as a person would; nothing is dragged. */
export async function giveAnswer(page: Page, question: QuizQuestion, isRight: boolean): Promise<void> {
  switch (question.kind) {
    case 'typed':
      return type(page, question.control.check, isRight)
    case 'problem':
      return question.control.kind === 'typed'
        ? type(page, question.control.check, isRight)
        : option(page, question.control.keyIndex, question.control.options.length, isRight)
    case 'multiple_choice':
    case 'confusable':
      return option(page, question.control.keyIndex, question.control.options.length, isRight)
    case 'own_choice': {
      const wanted = isRight
        ? question.keyIndexes
        : [question.options.findIndex((_, i) => !question.keyIndexes.includes(i))]
      for (const index of wanted) await page.locator('.quiz-option input').nth(index).check()
      return
    }
    case 'order':
      return order(page, question.rightOrder, isRight)
    case 'match':
      for (const [left, { rightIndex }] of question.pairs.entries()) {
        await page.getByRole('list', { name: 'Names' }).getByRole('button').nth(left).click()
        const right = isRight ? rightIndex : (rightIndex + 1) % question.rights.length
        await page.getByRole('list', { name: 'Partners' }).getByRole('button').nth(right).click()
      }
      return
    case 'true_false': {
      const says = isRight ? question.truth : !question.truth
      await page.getByRole('radio', { name: says ? 'True' : 'False', exact: true }).check()
      if (isRight && question.correction !== null) await type(page, question.correction, true)
    }
  }
}

async function type(page: Page, check: AnswerCheck, isRight: boolean): Promise<void> {
  const right =
    check.kind === 'spelling'
      ? (check.answers[0] ?? '')
      : check.kind === 'items'
        ? check.items.map(([shown = '']) => shown).join('\n')
        : 'all of it'
  await page.locator('#typed-answer').fill(isRight ? right : 'a purple walrus')
}

async function option(page: Page, keyIndex: number, count: number, isRight: boolean): Promise<void> {
  await page
    .locator('.quiz-option input')
    .nth(isRight ? keyIndex : (keyIndex + 1) % count)
    .check()
}

/** Moves one step after the other to its place, by the buttons alone. */
async function order(page: Page, right: readonly number[], isRight: boolean): Promise<void> {
  const wanted = isRight ? right : right.toReversed()
  for (const [place, step] of wanted.entries()) {
    for (;;) {
      const rows = await page
        .locator('.quiz-order > li')
        .evaluateAll((all) => all.map((row) => Number(row.getAttribute('data-step'))))
      const at = rows.indexOf(step)
      if (at === place) break
      await page.locator('.quiz-order > li').nth(at).locator('[data-up]').click()
    }
  }
}

/** Checks the answer with this confidence, and ticks what a long answer is asked for. */
export async function checkAs(
  page: Page,
  confidence: 'Guess' | 'Likely' | 'Sure',
  isRight = true,
): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${confidence}`) }).click()
  const ideas = page.locator('.quiz-ideas input')
  await page.locator('.quiz-feedback, .quiz-ideas').first().waitFor()
  if ((await ideas.count()) === 0) return
  if (isRight) for (const box of await ideas.all()) await box.check()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.locator('.quiz-feedback').waitFor()
}

/** Goes on to the next question, or to the result. */
export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(?:Next|See the result)$/ }).click()
}

/** Whether the quiz is over: its result is shown. */
export async function isOver(page: Page): Promise<boolean> {
  await page.locator('.quiz-feedback, #question-prompt, .quiz-result').first().waitFor()
  return (await page.locator('.quiz-result').count()) > 0
}
