/** What stands beside the files of an export, for whoever opens it years later. */
export const aboutExport = `Everything that you have in Recollect, in files that other programs can read.

notes/                  your own notes, as they lie in your folder
uploads/                notes that you brought in or wrote in Recollect
cards.csv               every card with its schedule, for a spreadsheet (UTF-8, RFC 4180)
cards.json              every card with everything that is kept of it
events.jsonl            every answer and every other thing you did with a card, one JSON object a line
settings.json           your settings, and the parameters of your schedulers
concepts-by-hand.json   what you said about concepts, and lines that never become cards
manifest.json           how much of each there is, and the digest of the events

Schedules follow from events.jsonl. What each field means stands in docs/export.md of Recollect.
`
