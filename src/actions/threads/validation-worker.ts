/** A thread that simulates the record and calm worlds. */

import type { CalmReplicate } from "../../inference/facts/calm-rules.ts";
import {
	type ReplicateRange,
	type Run,
	simulateCalm,
} from "../../inference/facts/facts-table.ts";
import {
	type RecordReplicate,
	simulateRecord,
} from "../../inference/facts/simulated-record.ts";
import {
	type Outlook,
	type OutlookReplicate,
	simulateOutlook,
} from "../../inference/forecasts/outlook.ts";
import { unfitted } from "../../inference/forecasts/unfitted.ts";
import { createSimulator } from "../../market/replicate.ts";
import type { ParameterSet, Seed } from "../../market/simulator.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { serve } from "./serve.ts";

/** Setting of a validating thread, given when it starts. */
export interface ValidationSetting {
	readonly record: SoundScenario;
	/** what each origin knew of the record */
	readonly others: readonly SoundScenario[];
	/** worlds of the years to come: with restrictions, and without */
	readonly outlook: Outlook;
	readonly seed: Seed;
}

/** Replicates of the record or of calm worlds, asked of a thread. */
export interface ValidationTask {
	readonly kind: "record" | "unfitted" | "calm" | "outlook";
	readonly parameters: ParameterSet;
	readonly range: ReplicateRange;
}

/** Answer to a task, replicates in their order. */
export type ValidationAnswer =
	| {
			readonly kind: "record" | "unfitted";
			readonly run: Run<RecordReplicate>;
	  }
	| { readonly kind: "outlook"; readonly run: Run<OutlookReplicate> }
	| { readonly kind: "calm"; readonly run: Run<CalmReplicate> };

await serve(
	(setting: ValidationSetting) => (task: ValidationTask) =>
		answer(setting, task),
);

function answer(
	{ record, others, outlook, seed }: ValidationSetting,
	{ kind, parameters, range }: ValidationTask,
): ValidationAnswer {
	const source = { record, seed, parameters, without: [] };
	switch (kind) {
		case "record":
			return {
				kind,
				run: simulateRecord(createSimulator, source, others, range),
			};
		case "unfitted":
			return {
				kind,
				run: simulateRecord(
					createSimulator,
					{ ...source, record: unfitted(record) },
					others.map(unfitted),
					range,
				),
			};
		case "outlook":
			return {
				kind,
				run: simulateOutlook(
					createSimulator,
					outlook,
					{ seed, parameters },
					range,
				),
			};
		case "calm":
			return { kind, run: simulateCalm(createSimulator, source, range) };
	}
}
