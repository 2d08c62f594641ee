import { join } from 'node:path'
import Fastify from 'fastify'
import { openSqliteFile } from '../../../server/db/sqlite/sqlite-driver.ts'

// The least that a server can do before its first card: load Fastify and the driver, open the file, listen.
const [folder = '', port = '0', today = ''] = process.argv.slice(2)
const file = openSqliteFile(join(folder, 'recollect.db'))
const first = file.prepare(
  `select cards.id, front, back from schedules join cards on cards.learner_id = schedules.learner_id and cards.id = card_id
   where suspended = 0 and due_on <= ? order by due_on limit 1`,
)
const app = Fastify()
app.get('/api/v1/queue', () => ({ cards: [first.get(today)] }))
await app.listen({ host: '127.0.0.1', port: Number(port) })
