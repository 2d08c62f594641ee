import { once } from 'node:events'
import { type Socket, connect } from 'node:net'

export interface HttpReply {
  readonly status: number
  readonly text: string
}

/** One kept-alive connection that carries one request at a time. */
export interface HttpLine {
  post(path: string, json: string): Promise<HttpReply>
  close(): void
}

/**
 * A connection with just enough HTTP/1.1 to drive a server. A full client costs as much as the server it measures, and
 * shares the machine with it.
 */
export async function openLine(port: number): Promise<HttpLine> {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  await once(socket, 'connect')
  return {
    post: (path, json) => {
      const reply = readReply(socket)
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n` +
          `content-length: ${Buffer.byteLength(json)}\r\n\r\n${json}`,
      )
      return reply
    },
    close: () => socket.destroy(),
  }
}

function readReply(socket: Socket): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    let received = ''
    const settle = (finish: () => void) => {
      socket.off('data', read)
      socket.off('close', fail)
      finish()
    }
    // Our replies are ASCII as far as they are looked at, so characters count as bytes.
    const read = (bytes: Buffer) => {
      received += bytes.toString('latin1')
      const headEnd = received.indexOf('\r\n\r\n')
      if (headEnd < 0) return
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(received.slice(0, headEnd))?.[1])
      const text = received.slice(headEnd + 4)
      if (text.length >= length) settle(() => resolve({ status: Number(received.slice(9, 12)), text }))
    }
    const fail = () => settle(() => reject(new Error('The server closed the connection before it answered.')))
    socket.on('data', read)
    socket.on('close', fail)
  })
}
