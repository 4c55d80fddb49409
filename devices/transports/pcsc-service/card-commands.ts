import { type Command, command, dataCommand, finish, type Peer } from "./command.ts";
import { connect, disconnect, reconnect } from "./connecting.ts";
import { MAX_ATTRIBUTE_BYTES, READER_NAME_BYTES, RETURN_CODE } from "./constants.ts";
import { control } from "./controlling.ts";
import { messages } from "./messages.ts";
import { readCString } from "./struct.ts";
import { beginTransaction, endTransaction, getAttribute, status, transmit } from "./using.ts";

const { at: connectAt } = messages.connect;
const { at: reconnectAt } = messages.reconnect;
const { at: transmitAt } = messages.transmit;
const { at: controlAt } = messages.control;
const { at: attributeAt } = messages.getAttribute;

/** Commands about a card or its reader. */
export const cardCommands: readonly Command[] = [
  command(messages.connect, (peer, body) => {
    const request = {
      context: body.readUInt32LE(connectAt.context),
      reader: readCString(body.subarray(connectAt.reader, connectAt.reader + READER_NAME_BYTES)),
      shareMode: body.readUInt32LE(connectAt.shareMode),
      preferredProtocols: body.readUInt32LE(connectAt.preferredProtocols),
    };
    connect(peer.manager, peer.client, request, (returnCode, handle, protocol) => {
      body.writeUInt32LE(handle, connectAt.handle);
      body.writeUInt32LE(protocol, connectAt.activeProtocol);
      finish(peer, body, connectAt.returnCode)(returnCode);
    });
  }),
  command(messages.reconnect, (peer, body) => {
    const request = {
      handle: body.readUInt32LE(reconnectAt.handle),
      shareMode: body.readUInt32LE(reconnectAt.shareMode),
      preferredProtocols: body.readUInt32LE(reconnectAt.preferredProtocols),
      initialization: body.readUInt32LE(reconnectAt.initialization),
    };
    reconnect(peer.client, request, (returnCode, protocol) => {
      body.writeUInt32LE(protocol, reconnectAt.activeProtocol);
      finish(peer, body, reconnectAt.returnCode)(returnCode);
    });
  }),
  command(messages.disconnect, (peer, body) => {
    const { at } = messages.disconnect;
    const handle = body.readUInt32LE(at.handle);
    const answer = finish(peer, body, at.returnCode);
    disconnect(peer.manager, peer.client, handle, body.readUInt32LE(at.disposition), answer);
  }),
  command(messages.beginTransaction, (peer, body) => {
    const { at } = messages.beginTransaction;
    beginTransaction(peer.client, body.readUInt32LE(at.handle), finish(peer, body, at.returnCode));
  }),
  command(messages.endTransaction, (peer, body) => {
    const { at } = messages.endTransaction;
    const answer = finish(peer, body, at.returnCode);
    endTransaction(peer.client, body.readUInt32LE(at.handle), body.readUInt32LE(at.disposition), answer);
  }),
  command(messages.status, (peer, body) => {
    const { at } = messages.status;
    status(peer.client, body.readUInt32LE(at.handle), finish(peer, body, at.returnCode));
  }),
  dataCommand(messages.transmit, transmitAt.sendLength, (peer, body, data) => {
    const handle = body.readUInt32LE(transmitAt.handle);
    transmit(peer.client, handle, body.readUInt32LE(transmitAt.sendProtocol), data, (returnCode, response) =>
      finishWithData(peer, body, returnCode, response, transmitAt.returnCode, transmitAt.receiveLength),
    );
  }),
  dataCommand(messages.control, controlAt.sendLength, (peer, body, input) => {
    const handle = body.readUInt32LE(controlAt.handle);
    const controlCode = body.readUInt32LE(controlAt.controlCode);
    // What may come back stands in one field, what came back in another one.
    body.copy(body, controlAt.bytesReturned, controlAt.receiveLength, controlAt.bytesReturned);
    control(peer.manager, peer.client, { handle, controlCode, input }, (returnCode, output) =>
      finishWithData(peer, body, returnCode, output, controlAt.returnCode, controlAt.bytesReturned),
    );
  }),
  command(messages.getAttribute, (peer, body) => {
    const handle = body.readUInt32LE(attributeAt.handle);
    const room = Math.min(body.readUInt32LE(attributeAt.valueLength), MAX_ATTRIBUTE_BYTES);
    getAttribute(peer.client, handle, body.readUInt32LE(attributeAt.attribute), (returnCode, value) => {
      const fits = value === undefined || value.length <= room;
      if (value !== undefined && fits) body.set(value, attributeAt.value);
      body.writeUInt32LE(value?.length ?? 0, attributeAt.valueLength);
      finish(peer, body, attributeAt.returnCode)(fits ? returnCode : RETURN_CODE.insufficientBuffer);
    });
  }),
  // The emulated reader has nothing to set.
  command(messages.setAttribute, (peer, body) =>
    finish(peer, body, messages.setAttribute.at.returnCode)(RETURN_CODE.unsupportedFeature),
  ),
];

/**
 * Answers with struct and data in one write. The field at `lengthAt` holds the room the program has, and then the bytes
 * there are; more than it has room for are not sent.
 */
function finishWithData(
  peer: Peer,
  body: Buffer,
  returnCode: number,
  data: Uint8Array | undefined,
  returnCodeAt: number,
  lengthAt: number,
): void {
  const length = data?.length ?? 0;
  const fits = length <= body.readUInt32LE(lengthAt);
  body.writeUInt32LE(length, lengthAt);
  body.writeUInt32LE(fits ? returnCode : RETURN_CODE.insufficientBuffer, returnCodeAt);
  if (data === undefined || !fits) return peer.reply(body);
  const answer = Buffer.allocUnsafe(body.length + length);
  answer.set(body);
  answer.set(data, body.length);
  peer.reply(answer);
}
