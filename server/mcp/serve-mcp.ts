import { McpServer } from '@modelcontextprotocol/server'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { argumentCheck } from './argument-fault.ts'
import { ToolRefusal } from './ask.ts'
import type { WithLibrary } from './reach-library.ts'
import type { Tool } from './tool.ts'
import { instructions, tools } from './tools.ts'

/** Speaks the protocol on stdin and stdout until stdin ends. */
export function serveMcp(withLibrary: WithLibrary, version: string): void {
  const answering = new Map(tools.map((tool) => [tool.name, answererOf(tool, withLibrary)]))
  serveStdio(
    () => {
      const { server } = new McpServer(
        { name: 'recollect', title: 'Recollect', version },
        { capabilities: { tools: { listChanged: false } }, instructions },
      )
      server.setRequestHandler('tools/list', () => ({ tools: tools.map(toListed) }))
      server.setRequestHandler('tools/call', async ({ params }) => {
        const answer = answering.get(params.name)
        if (answer === undefined)
          return refused(
            `There is no tool “${params.name.slice(0, 60)}”. Known: ${[...answering.keys()].join(', ')}.`,
          )
        return answer(params.arguments ?? {})
      })
      return server
    },
    { onerror: (error) => console.error(`mcp: ${error.message}`) },
  )
}

const toListed = ({ name, title, description, input, looks }: Tool) => ({
  name,
  title,
  description,
  inputSchema: input as { type: 'object' },
  annotations: {
    title,
    readOnlyHint: looks,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  },
})

const said = (texts: readonly string[]) => ({
  content: texts.map((text) => ({ type: 'text' as const, text })),
})
const refused = (sentence: string) => ({ ...said([sentence]), isError: true })

function answererOf({ name, input, run }: Tool, withLibrary: WithLibrary) {
  const faultOf = argumentCheck(input)
  return async (given: unknown) => {
    const fault = faultOf(given)
    if (fault !== null) return refused(fault)
    try {
      return said(await withLibrary((ask) => run(ask, given as never)))
    } catch (error) {
      if (error instanceof ToolRefusal) return refused(error.message)
      console.error(`mcp: ${name}`, error)
      return refused('Recollect met something it did not expect. Nothing already stored is lost; try again.')
    }
  }
}
