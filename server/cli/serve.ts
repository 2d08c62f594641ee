import { run } from '../main.ts'

// For development: the server straight from its sources, without a build.
void run(process.env, process.argv.slice(2))
