import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export const proxyKinds = ['nginx', 'haproxy'] as const
export type ProxyKind = (typeof proxyKinds)[number]
export const pathWays = ['passed on', 'stripped'] as const
export type PathWay = (typeof pathWays)[number]

/** A proxy in a process of its own. */
export interface ProxyProcess {
  stop(): Promise<void>
}

const places = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']

/** Where a program lies; null where it is not installed. */
function programOf(name: string): string | null {
  return places.map((place) => join(place, name)).find((path) => existsSync(path)) ?? null
}

/** Whether a proxy can be run here, with a certificate made for it. */
export const isInstalled = (kind: ProxyKind): boolean =>
  programOf(kind) !== null && programOf('openssl') !== null

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** Makes `home.example.{key,crt,pem}` in a folder, as somebody at home would. */
export function makeCertificate(folder: string): void {
  const [key, certificate] = [join(folder, 'home.example.key'), join(folder, 'home.example.crt')]
  const made =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=home.example -addext subjectAltName=DNS:home.example'
  execFileSync(programOf('openssl') ?? 'openssl', [...made.split(' '), '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  })
  execFileSync('sh', ['-c', 'cat "$1" "$2" > "$3"', 'sh', certificate, key, join(folder, 'home.example.pem')])
}

const page = readFileSync(new URL('../../docs/behind-a-proxy.md', import.meta.url), 'utf8')

/** Where a proxy of a test listens and asks, and where its certificate lies. */
export interface ProxyPlace {
  readonly folder: string
  readonly port: number
  readonly serverPort: number
}

/** The configuration that the docs give, with the ports and files of a test in the place of theirs. */
export function documented(kind: ProxyKind, way: PathWay, { folder, port, serverPort }: ProxyPlace): string {
  return asWritten(kind, way)
    .replace(/(listen |bind :)443\b/, `$1${port}`)
    .replaceAll('/etc/ssl', folder)
    .replaceAll('127.0.0.1:4747', `127.0.0.1:${serverPort}`)
}

function asWritten(kind: ProxyKind, way: PathWay): string {
  const [whole = '', line = ''] = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap((match) =>
    match[1] === kind ? [match[2] ?? ''] : [],
  )
  if (whole === '' || line === '') throw new Error(`The docs lack a configuration of ${kind}.`)
  if (way === 'passed on') return whole
  const stripped = kind === 'nginx' ? whole.replace(/^ *proxy_pass .*\n/m, line) : `${whole}${line}`
  if (stripped === whole) throw new Error(`The docs do not say how ${kind} strips the path.`)
  return stripped
}

/** Starts a proxy, and waits until it listens. */
export async function startProxy(
  kind: ProxyKind,
  config: string,
  { folder, port }: Pick<ProxyPlace, 'folder' | 'port'>,
): Promise<ProxyProcess> {
  const file = join(folder, `${kind}.conf`)
  await writeFile(file, kind === 'nginx' ? aroundServer(config, folder) : config)
  const args = kind === 'nginx' ? ['-c', file, '-e', 'stderr'] : ['-db', '-f', file]
  const child = spawn(programOf(kind) ?? kind, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (printed += String(part)))
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`${kind} ended: ${printed}`)
    await delay(20)
  }
  return { stop: () => stopped(child) }
}

/** What Debian's own nginx.conf has around a server, with its files kept in a folder of the test. */
function aroundServer(server: string, folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off;
pid ${join(folder, 'nginx.pid')};
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
access_log off;
${temporary.map((name) => `${name}_temp_path ${join(folder, name)};`).join('\n')}
${server}}
`
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.on('connect', () => resolve(true))
    socket.on('error', () => resolve(false))
    socket.on('close', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.on('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
