import type { DeskShapes } from "./desk-shape.ts";

/** What each feature adds to the desk. One line a feature. */
export const deskShapes: readonly DeskShapes[] = [];
