/** Two ends of a batch: complete with its results, or interrupted and resumable. */

import type { BatchPlan } from "../../experiment/plan.ts";
import type { BatchSummary } from "../../experiment/tables.ts";
import type { Manifest } from "./manifest.ts";

/** End of a batch, by its `state`. */
export type BatchEnd = CompleteBatch | InterruptedBatch;

export interface CompleteBatch {
	readonly state: "complete";
	readonly folder: string;
	readonly digest: string;
	/** replicates of each scenario */
	readonly replicates: number;
	/** seconds spent computing and writing, over all starts */
	readonly seconds: number;
	readonly manifest: Manifest;
	readonly summary: BatchSummary;
	/** plan that was completed now; null when the folder stood there complete before */
	readonly plan: BatchPlan | null;
}

/** A batch that a signal stopped: its finished blocks are on disk and it can be resumed. */
export interface InterruptedBatch {
	readonly state: "interrupted";
	readonly folder: string;
	readonly seconds: number;
	/** blocks on disk, and blocks of the plan */
	readonly blocks: { readonly done: number; readonly total: number };
}
