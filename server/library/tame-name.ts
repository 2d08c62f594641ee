/** The path with what Windows, or a shell, would not take out of its names; what leaves its folder is no name at all. */
export function tamePath(path: string): string {
  return path.split('/').map(tameName).join('/')
}

/** Whether a path would lead out of the folder that it is put into. */
export function leavesFolder(path: string): boolean {
  return /^(?:[/\\]|[a-z]:[/\\])/i.test(path) || path.split(/[/\\]/).includes('..')
}

const untamed = /[\\:*?"<>|]+/g

function tameName(name: string): string {
  if (name.search(untamed) < 0) return name
  const tamed = name
    .replace(untamed, ' ')
    .replace(/ +/g, ' ')
    .replace(/ (?=\.[^.]+$)/, '')
    .trim()
  return tamed === '' || tamed.startsWith('.') ? name : tamed
}
