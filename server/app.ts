import { existsSync } from 'node:fs'
import type { BlockList } from 'node:net'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyReply, LogController } from 'fastify'
import { registerApi } from './api.ts'
import { compressReply } from './compress-replies.ts'
import type { LogLevel } from './config.ts'
import type { App, Deps } from './deps.ts'
import { answerError, answerUnknownRoute } from './errors.ts'
import { type Doors, refuseForeignRequests } from './foreign-requests.ts'
import { logSerializers, requestNames } from './log.ts'
import { pathStripper, readPageUnder } from './page-path.ts'
import { parseJson } from './parse-json.ts'
import { type Patience, hangUpOnSlowReaders } from './slow-readers.ts'
import { isTrusted } from './trusted-networks.ts'
import { sayUnlistedProxy } from './unlisted-proxy.ts'

export interface AppOptions {
  readonly logLevel: LogLevel
  /** Where the log goes; left out for stdout. */
  readonly logTo?: { write(line: string): unknown } | undefined
  /** By which names the server is reached. */
  readonly doors: Omit<Doors, 'hasAccounts'>
  /** Proxies whose word counts about whom they speak for. */
  readonly trustedNetworks: BlockList
  /** Where the built page lies; without it only the API is served. */
  readonly clientDir: string | null
  /** How slowly a reply may be read; a test has less patience. */
  readonly patience?: Patience
}

/** Builds the server without starting it: tests inject requests, start-server.ts listens. */
export async function buildApp(deps: Deps, options: AppOptions): Promise<App> {
  const { clientDir, trustedNetworks } = options
  const { baseUrl } = options.doors
  const app: App = Fastify({
    logger: {
      level: options.logLevel,
      serializers: logSerializers,
      ...(options.logTo === undefined ? {} : { stream: options.logTo }),
    },
    genReqId: requestNames(),
    logController: new LogController({
      disableRequestLogging: !['debug', 'trace'].includes(options.logLevel),
    }),
    bodyLimit: 1_000_000,
    trustProxy:
      trustedNetworks.rules.length > 0 && ((address: string) => isTrusted(trustedNetworks, address)),
    // A proxy may strip the path that the app lies under, or pass it on.
    rewriteUrl: pathStripper(baseUrl?.path ?? ''),
    // A client that sends nothing, or a byte a minute, gives its place back.
    http: { headersTimeout: 20_000, connectionsCheckingInterval: 5000 },
    requestTimeout: 60_000,
    // No limit for a connection on which nothing moves: an import may take minutes before it answers.
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    // The schemas judge the parts of an address; what the router refuses by itself gets the same kind of answer.
    routerOptions: { maxParamLength: 16_000 },
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  }).withTypeProvider<TypeBoxTypeProvider>()

  app.setErrorHandler(answerError)
  app.addHook('onRequest', refuseForeignRequests({ ...options.doors, hasAccounts: deps.accounts !== null }))
  if (deps.accounts !== null) app.addHook('onRequest', sayUnlistedProxy(trustedNetworks))
  app.addHook('onSend', compressReply)
  hangUpOnSlowReaders(app, options.patience)
  parseJson(app)
  await app.register(helmet, securityHeaders)
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { files: 5000, parts: 5000, fields: 0 },
  })
  if (deps.accounts !== null) await app.register((await import('@fastify/cookie')).default)
  await registerApi(app, deps)
  // The routes do not change while the server runs, so they are described once.
  let document: Promise<object> | null = null
  app.get('/api/v1/openapi.json', () => {
    document ??= import('./api-document.ts').then(({ describeApi }) => describeApi(deps))
    return document
  })
  if (clientDir !== null && existsSync(clientDir)) await servePage(app, clientDir, baseUrl?.path ?? '')
  else app.setNotFoundHandler(answerUnknownRoute)
  return app
}

/** The page's files by their names, and the page itself for every address that the router in it knows. */
async function servePage(app: App, clientDir: string, path: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: clientDir,
    preCompressed: true,
    index: 'index.html',
    setHeaders: (reply, path) => {
      // Built files carry their hash in their name; the page that names them must always be fresh.
      const isHashed = path.includes('/assets/')
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  // Its files stand beside it, whatever path a proxy puts before it.
  app.get('/docs', (_request, reply) => reply.redirect('docs/'))
  app.get('/docs/', (_request, reply) => reply.sendFile('docs/index.html'))
  const page = path === '' ? null : await readPageUnder(clientDir, path)
  const sendPage = (reply: FastifyReply) =>
    page === null
      ? reply.sendFile('index.html')
      : reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
  if (page !== null)
    for (const url of ['/', '/index.html']) app.get(url, (_request, reply) => sendPage(reply))
  app.setNotFoundHandler((request, reply) => {
    const { pathname } = new URL(request.url, 'http://page')
    const wantsPage = request.method === 'GET' && (request.headers.accept?.includes('text/html') ?? false)
    const isPage = wantsPage && !pathname.startsWith('/api/') && !pathname.startsWith('/assets/')
    return isPage ? sendPage(reply) : answerUnknownRoute(request, reply)
  })
}

const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // The app is served over plain HTTP at home; promising HTTPS for a year would lock people out.
  hsts: false,
  crossOriginEmbedderPolicy: false,
} as const
