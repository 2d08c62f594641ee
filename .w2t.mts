import { readLibrary } from './shared/card/read-library.ts'
for (const c of readLibrary([{path:'a.md',text:process.argv[2].replaceAll('\\n','\n')}]).cards) console.log(c.status,c.content.kind,c.front,'=>',c.back,c.reasons.map(r=>r.sentence))
