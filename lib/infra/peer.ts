import { type IncomingMessage, Server } from "node:http";

/**
 * Writes the socket's own address into a header of every request, over whatever was sent under that name.
 * Handlers see headers only, and X-Forwarded-For can be written by anybody (S25).
 */
export function nameThePeer(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, ...given: [string | symbol, ...unknown[]]) {
    const [event, message] = given;
    if (event === "request") {
      // The first argument of "request" is the message, by Node's contract.
      const { headers, socket } = message as IncomingMessage;
      headers["x-medvuno-peer"] = socket.remoteAddress ?? "";
    }
    return Reflect.apply(emit, this, given);
  };
}
