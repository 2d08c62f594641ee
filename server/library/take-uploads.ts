import type { ImportReply } from '../../shared/api/imports.ts'
import type { Learner } from '../learner.ts'
import { planChange, storeChange } from './change-library.ts'
import { decodeNote } from './decode-note.ts'
import { type LibrarySource, uploadPrefix } from './gather-notes.ts'
import type { LibraryPlan } from './library-plan.ts'
import { stamped } from './note-files.ts'
import { isArchiveName } from './list-archive.ts'
import { isNoteName } from './read-notes.ts'
import { settleStaged, stageNotes } from './staged-notes.ts'
import { leavesFolder, tamePath } from './tame-name.ts'
import type { RefusedFile, UploadedFile } from './uploaded-file.ts'

export interface TakenUploads {
  readonly sources: readonly LibrarySource[]
  readonly refused: readonly RefusedFile[]
}

/** Brings notes in, or with `dryRun` says what that would change. Without files the folder is read again. */
export function bringIn(
  learner: Learner,
  files: readonly UploadedFile[],
  dryRun: boolean,
): Promise<ImportReply> {
  const { library } = learner
  return library.alone(async () => {
    const { sources, refused } = await takeUploads(files)
    const plan = await planChange(
      learner,
      files.length === 0
        ? { kind: 'folder' }
        : { kind: 'import', extra: sources, decided: sources.map((source) => source.path) },
    )
    const reply = dryRun ? plan.reply : await storeWithFiles(learner, plan, sources)
    return { ...reply, counts: { ...reply.counts, refused: refused.length }, refused: [...refused] }
  })
}

/** The uploads that are notes, and why the others are not. Nothing is written. */
export async function takeUploads(files: readonly UploadedFile[]): Promise<TakenUploads> {
  const sources: LibrarySource[] = []
  const refused: RefusedFile[] = []
  const taken = new Set<string>()
  for (const file of await unpacked(files, refused)) {
    const outcome = await takeUpload(file, taken)
    if ('text' in outcome) {
      taken.add(outcome.path.toLowerCase())
      sources.push(outcome)
    } else refused.push(outcome)
  }
  return { sources, refused }
}

async function unpacked(files: readonly UploadedFile[], refused: RefusedFile[]): Promise<UploadedFile[]> {
  const all: UploadedFile[] = []
  for (const file of files) {
    if (!isArchiveName(file.path)) {
      all.push(file)
      continue
    }
    const { unpackArchive } = await import('./unpack-archive.ts')
    const unpacked = await unpackArchive(file)
    all.push(...unpacked.files)
    refused.push(...unpacked.refused)
  }
  return all
}

/** Stores a plan together with its files: both are there in the end, or neither. */
async function storeWithFiles(
  learner: Learner,
  plan: LibraryPlan,
  sources: readonly LibrarySource[],
): Promise<ImportReply> {
  if (sources.length === 0) return storeChange(learner, plan)
  const staged = await stageNotes(learner.library.folders, sources)
  try {
    const reply = await storeChange(learner, stamped(plan, staged.stamps))
    await staged.place()
    return reply
  } catch (error) {
    // What lies there takes room on a disk that may be full.
    await settleStaged(learner)
    throw error
  }
}

async function takeUpload(
  sent: UploadedFile,
  taken: ReadonlySet<string>,
): Promise<LibrarySource | RefusedFile> {
  const file = leavesFolder(sent.path) ? sent : { ...sent, path: tamePath(sent.path) }
  const refuse = (code: string, sentence: string) => ({ path: file.path, code, sentence })
  if (!isSafePath(file.path)) {
    return refuse(
      'unsafe_path',
      `“${file.path.slice(0, 100)}” is not a plain file name or relative path. Rename the file and send it again.`,
    )
  }
  if (!isNoteName(file.path)) {
    return refuse(
      'not_a_note',
      `${file.path}: not a note. Send Markdown or plain text (.md, .markdown, .txt), or an archive of them (.zip, .tar, .tar.gz).`,
    )
  }
  if (taken.has((uploadPrefix + file.path).toLowerCase())) {
    return refuse(
      'same_name',
      `${file.path} was sent twice, or with another case of its letters. Rename one of them.`,
    )
  }
  const decoded = await decodeNote(file.path, file.bytes)
  if (!('text' in decoded)) return refuse(decoded.code, decoded.sentence)
  return { ...decoded, path: uploadPrefix + decoded.path, origin: 'upload' }
}

/** A relative path of ordinary names: nothing hidden, nothing that leaves the folder, on any system. */
function isSafePath(path: string): boolean {
  const names = path.split('/')
  return names.length <= 20 && names.every(isOrdinaryName)
}

function isOrdinaryName(name: string): boolean {
  const hasStrangeCharacter = /[\\:*?"<>|]|\p{Cc}/u.test(name)
  return (
    name !== '' && name.length <= 200 && !hasStrangeCharacter && !name.startsWith('.') && !/[. ]$/.test(name)
  )
}
