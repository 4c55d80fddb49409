import type { Slot } from "../cards/slot.ts";

/** A slot no card ever lies in: readers of some types have more slots than there are cards. */
export const emptySlot: Slot = {
  reader: "",
  present: false,
  changes: 0,
  powerOn: () => undefined,
  powerOff: () => {},
  exchange: (_command, answered) => answered(undefined),
  onChange: () => () => {},
};
