import type { ElementTable } from "../../../simulator/messages/element-table.ts";
import { messageKinds } from "../../../simulator/messages/index.ts";
import type { AnyMessageKind } from "../../../simulator/messages/message-kind.ts";
import type { ReadLimits } from "../../../simulator/messages/xml-reader.ts";

/** One of the two tables of a kind. */
export interface MessageTable {
  readonly name: string;
  readonly table: ElementTable<unknown>;
  readonly limits?: ReadLimits;
}

/** Requests and answers of every kind there is: tests over these pick up new kinds by themselves. */
export const messageTables: readonly MessageTable[] = (messageKinds as readonly AnyMessageKind[]).flatMap((kind) => {
  const limits = kind.limits === undefined ? {} : { limits: kind.limits };
  return [
    { name: `${kind.code} request`, table: kind.request, ...limits },
    { name: `${kind.code} answer`, table: kind.answer, ...limits },
  ];
});
