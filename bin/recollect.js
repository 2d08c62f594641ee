#!/usr/bin/env node
// The one way in. This file is read by whatever Node there is, so it uses nothing that an old one cannot parse.
var wanted = [20, 19]
var version = process.versions.node.split('.').map(Number)

if (version[0] < wanted[0] || (version[0] === wanted[0] && version[1] < wanted[1])) {
  console.error(
    'Recollect needs Node ' +
      wanted.join('.') +
      ' or newer; this is Node ' +
      process.versions.node +
      '. ' +
      'Install a newer one from https://nodejs.org, then run the same command again.',
  )
  process.exit(1)
}

void import('./commands.js').then(function (commands) {
  return commands.runCommand(process.argv[2], process.argv.slice(3))
})
