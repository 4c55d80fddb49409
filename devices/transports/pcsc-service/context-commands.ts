import { type Command, command, finish } from "./command.ts";
import { MAX_READERS, PROTOCOL_VERSION, RETURN_CODE, TABLE_APART_MINOR } from "./constants.ts";
import { messages, readerEvents, rowCount, stateChange } from "./messages.ts";

/** Commands about the program itself: its version, its context, and its wait for readers and cards to change. */
export const contextCommands: readonly Command[] = [
  command(messages.version, (peer, body) => {
    const { at } = messages.version;
    const major = body.readUInt32LE(at.major);
    const minor = body.readUInt32LE(at.minor);
    const { oldestMinor, newestMinor } = PROTOCOL_VERSION;
    const spoken = major === PROTOCOL_VERSION.major && minor >= oldestMinor && minor <= newestMinor;
    peer.client.minor = minor;
    if (!spoken) {
      // Who can speak an older version as well comes back at once with this one.
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
  command(messages.waitReaderStateChange, (peer) => {
    peer.manager.askToWatch(peer.client);
    if (peer.client.minor >= TABLE_APART_MINOR) return peer.reply(undefined);
    peer.reply(peer.manager.states());
    peer.manager.watch(peer.client);
  }),
  // Always as many as there can be: readers that come or go between this answer and the next must not change it.
  command(messages.getReaderStatesSize, (peer) => peer.reply(rowCount.codec.encode({ rows: MAX_READERS }))),
  // A waking before the table would be taken for a piece of it, and what changed until here is in it.
  command(messages.getReaderStatesArray, (peer) => {
    peer.reply(peer.manager.states());
    peer.manager.watch(peer.client);
  }),
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
