import { LevelMark } from '../../charts/level-mark.tsx'
import { ruleWords } from '../../../shared/mastery/level-words.ts'
import {
  type Level,
  graceDays,
  horizonDays,
  levelNames,
  levelRules,
  lostUnder,
  missedBy,
  returnsAfterDays,
  slippingUnder,
  thinAnswers,
  thinFacts,
} from '../../../shared/mastery/levels.ts'
import { paths } from '../../router.ts'
import { levelsPath } from '../../help-paths.ts'
import { HelpPage } from './help-page.tsx'

/** What each level asks for, and why one is lost: the very numbers that levels are reckoned with. */
export function LevelsHelp() {
  return (
    <HelpPage
      here={levelsPath}
      heading="Levels and predictions"
      sub="A level says what you have shown. A prediction says what you would recall. Both can fall."
    >
      <section class="section" aria-labelledby="what-levels-ask">
        <h2 id="what-levels-ask">What each level asks for</h2>
        <p class="hint prose">
          Shares are of the facts that a card asks about; each level asks for those below it, too. How many
          facts there are besides stands beside every level as “asked about”.
        </p>
        <ol class="rows help-levels" start={0}>
          {levelNames.map((name, level) => (
            <li key={name}>
              <LevelMark level={level} thin={false} />
              <p class="prose">{asSentence(askedBy(level as Level))}</p>
            </li>
          ))}
        </ol>
      </section>
      <section class="section" aria-labelledby="what-counts">
        <h2 id="what-counts">What counts as shown</h2>
        <ul class="rows prose">
          <li>
            The first answer of a day to a card. What is drilled again the same day helps you remember and
            shows nothing.
          </li>
          <li>
            A gap counts from the day on which the fact was last seen, on any of its cards, to the day on
            which you brought it forth. When one card of a fact fails, its gaps begin anew.
          </li>
          <li>
            Another form is: typed (a list or a long text is ticked off idea by idea), put in order, a problem
            solved, a list recalled item by item, or a second kind of card of the same fact. Each fact counts
            once.
          </li>
          <li>
            Choosing among options shows that you know a thing when you see it. It never raises a level past{' '}
            {levelNames[1]}; a wrong choice that you were sure of counts as a failure. Facts that are only
            asked with options are left out of the shares.
          </li>
          <li>A suspended card asks about nothing: its fact is not counted until you resume it.</li>
        </ul>
      </section>
      <section class="section" aria-labelledby="how-lost">
        <h2 id="how-lost">How a level is lost</h2>
        <ul class="rows prose">
          <li>
            When so many facts fail that what it asks for is shown no more. Where no more than{' '}
            {points(missedBy)} are missing of a share, it is slipping for {graceDays} days and then lost,
            unless enough is shown again; where more are, it is lost at once. It comes back {returnsAfterDays}{' '}
            days later at the earliest.
          </li>
          <li>
            Slowly, when you do not review: {points(slippingUnder)} under the recall that the level asks for
            it is slipping, and {points(lostUnder)} under it the level is gone.
          </li>
          <li>At once, when more facts are asked about of which nothing is shown yet.</li>
          <li>
            What you once held is not forgotten: the concept says when that was and what happened since.
          </li>
        </ul>
      </section>
      <section class="section" aria-labelledby="three-numbers">
        <h2 id="three-numbers">Three numbers beside it</h2>
        <ul class="rows prose">
          <li>
            <b>Recall now</b> is predicted: how many of all its facts you would recall today, those never
            asked counted as none, with the range in which it lies nine times in ten. Beside it stands the
            same in {horizonDays} days if you stop.
          </li>
          <li>
            <b>Gap bridged</b> is proven: the middle of the longest gaps since each fact failed last.
          </li>
          <li>
            <b>Asked about</b> is how many of its facts a card asks about.
          </li>
          <li>
            With fewer than {thinFacts} facts or {thinAnswers} answers that came a day or more after the one
            before, a level is drawn hatched: thin evidence.
          </li>
        </ul>
      </section>
      <section class="section" aria-labelledby="where-predictions">
        <h2 id="where-predictions">Where predictions come from</h2>
        <ul class="rows prose">
          <li>
            From your own answers, by a curve of forgetting: recall of a card falls from the day of its last
            answer, slower after every success. FSRS reckons with that curve itself. SM-2 knows none, so with
            it recall is an estimate made of the interval it chose.
          </li>
          <li>
            The curve begins as most people forget. Once your log is long enough, and shows that another curve
            predicts your answers clearly better, yours is used. <a href={paths.settings}>Settings</a> say
            which one it is.
          </li>
          <li>
            The day under a key of a review is the very day that is stored when you press it. What is answered
            after a long while counts for more, and what is drilled the same day moves no day.
          </li>
          <li>
            Whether predictions hold, <a href={paths.stats}>Stats</a> shows: of the answers that were
            predicted at 90 %, how many were right? Where they do not, no number here is better than that.
          </li>
        </ul>
      </section>
      <p class="section">
        <a class="btn quiet" href={paths.concepts}>
          All concepts
        </a>
      </p>
    </HelpPage>
  )
}

function askedBy(level: Level): string[] {
  const rule = levelRules.find((one) => one.level === level)
  if (rule !== undefined) return ruleWords(rule)
  return [level === 0 ? 'nothing of it was answered yet' : 'one answer']
}

function asSentence(parts: readonly string[]): string {
  const text = `${parts.join('; ')}.`
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** A share of recall as points: they are taken off a percentage. */
const points = (share: number): string => `${Math.round(share * 100)} points`
