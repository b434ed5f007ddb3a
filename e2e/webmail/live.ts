/// <reference types="node" />
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * The pages that listen for changes, over web sockets: unlike event streams they do not count
 * against the six connections a browser opens to one host. The page itself never sends anything.
 */
export class Listeners {
  private readonly sockets = new Set<Duplex>();

  accept(request: IncomingMessage, socket: Duplex): void {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    this.sockets.add(socket);
    const leave = () => {
      this.sockets.delete(socket);
      socket.destroy();
    };
    for (const event of ['data', 'end', 'close', 'error']) socket.on(event, leave);
  }

  /** Texts are short: below 126 bytes the length is one byte of the frame's head. */
  tell(text: string): void {
    const frame = Buffer.concat([Buffer.from([0x81, text.length]), Buffer.from(text)]);
    for (const socket of this.sockets) socket.write(frame);
  }
}
