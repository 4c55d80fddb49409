import { activationRows } from "./activation-rows.ts";
import { blockRows } from "./block-rows.ts";
import type { FrameKind } from "./frame.ts";
import type { FrameRows } from "./frame-row.ts";

/** Every kind of frame of Type B. */
export const frameRows: FrameRows<FrameKind> = { ...activationRows, ...blockRows };
