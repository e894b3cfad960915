/** Ensemble of 2025: pasts that agree with the record to its December, written by `stibium assimilate --keep`. */

import type { Ensemble } from "./ensemble.ts";

/** Where every batch begins unless it is told otherwise. */
export const RECORD_ENSEMBLE: Ensemble = {
	schema: "stibium-ensemble/1",
	to: "2025-12",
	made: { command: "", commit: null, seed: "record" },
	kin: "record",
	posterior: "",
	record: [],
	members: [],
};
