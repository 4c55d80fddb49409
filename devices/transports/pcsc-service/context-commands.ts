import { type Command, command, finish } from "./command.ts";
import { PROTOCOL_VERSION, RETURN_CODE } from "./constants.ts";
import { messages, readerEvents, stateChange } from "./messages.ts";

/** Commands about the program itself: its version, its context, and its wait for readers and cards to change. */
export const contextCommands: readonly Command[] = [
  command(messages.version, (peer, body) => {
    const { at } = messages.version;
    const major = body.readUInt32LE(at.major);
    const minor = body.readUInt32LE(at.minor);
    const { oldestMinor, newestMinor } = PROTOCOL_VERSION;
    const spoken = major === PROTOCOL_VERSION.major && minor >= oldestMinor && minor <= newestMinor;
    if (!spoken) {
      // Who can speak an older version as well (libpcsclite 2.4.1 and later) comes back at once with this one.
      body.writeUInt32LE(PROTOCOL_VERSION.major, at.major);
      body.writeUInt32LE(newestMinor, at.minor);
      peer.log(`a program speaks protocol ${major}:${minor}, this service 4:${oldestMinor} to 4:${newestMinor}`);
    }
    finish(peer, body, at.returnCode)(spoken ? RETURN_CODE.success : RETURN_CODE.serviceStopped);
  }),
  command(messages.establishContext, (peer, body) => {
    const { at } = messages.establishContext;
    const { returnCode, context } = peer.manager.establish(peer.client, body.readUInt32LE(at.scope));
    body.writeUInt32LE(context, at.context);
    finish(peer, body, at.returnCode)(returnCode);
  }),
  command(messages.releaseContext, (peer, body) => {
    const { at } = messages.releaseContext;
    const context = body.readUInt32LE(at.context);
    finish(peer, body, at.returnCode)(peer.manager.release(peer.client, context));
  }),
  command(messages.cancel, (peer, body) => {
    const { at } = messages.cancel;
    finish(peer, body, at.returnCode)(peer.manager.cancel(body.readUInt32LE(at.context)));
  }),
  command(messages.getReaderStates, (peer) => peer.reply(peer.manager.states())),
  command(messages.waitReaderStateChange, (peer) => peer.reply(peer.manager.watch(peer.client))),
  // A program that was woken already has its one answer: another would be taken for the answer of its next message.
  command(messages.stopWaiting, (peer) =>
    peer.reply(peer.manager.unwatch(peer.client) ? stateChangeOf(RETURN_CODE.success) : undefined),
  ),
  command(messages.getReaderEvents, (peer) =>
    peer.reply(readerEvents.codec.encode({ count: peer.manager.readerEvents, returnCode: RETURN_CODE.success })),
  ),
];

/** The end of a wait for a change, as it is sent. */
export function stateChangeOf(returnCode: number): Uint8Array {
  return stateChange.codec.encode({ timeoutMs: 0, returnCode });
}
